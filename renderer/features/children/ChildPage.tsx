import {
  Archive,
  Ellipsis,
  Eye,
  EyeOff,
  FolderDown,
  IdCard,
  MessageSquareText,
  Pencil,
  Trash2,
  UserSquare,
} from 'lucide-react';
import { useState } from 'react';
import { ageOn, today as todayAt } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { LinkProposals } from '../../people/LinkProposals.tsx';
import { attachEvidence } from '../../state/attach-evidence.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { Page, PageHead, PageSplit } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { usePastedFiles } from '../../ui/usePastedFiles.ts';
import { Audit } from './Audit.tsx';
import { Checklist } from './Checklist.tsx';
import { ChildDialog } from './ChildDialog.tsx';
import { ChildPanel } from './ChildPanel.tsx';
import { Chronology } from './Chronology.tsx';
import { ConsentBand } from './ConsentBand.tsx';
import { RemoveChildDialog } from './RemoveChildDialog.tsx';
import { useChild } from './useChild.ts';
import { useChildPapers } from './useChildPapers.ts';
import { useDroppedFiles } from './useDroppedFiles.ts';

type Part = 'documents' | 'chronology' | 'audit';

/** Everything about one tracked child. The only place that shows the name, and not while names are shown as codes. */
export function ChildPage({ childId }: { readonly childId: string }) {
  const { view, isGone } = useChild(childId);
  const goTo = useStore((state) => state.goTo);
  if (isGone) {
    return (
      <EmptyState
        icon={UserSquare}
        title="This child is not tracked any more"
        action={<Button onClick={() => goTo({ name: 'children' })}>See all children</Button>}
      >
        If that was a slip, Undo brings the child back with everything that was recorded.
      </EmptyState>
    );
  }
  return view ? <Child key={childId} view={view} /> : null;
}

function Child({ view }: { readonly view: ChildPageView }) {
  const goTo = useStore((state) => state.goTo);
  const openCapture = useStore((state) => state.openCapture);
  const areCoded = useStore((state) => state.namesAsCodes);
  const today = todayAt(useNow());
  const drop = useDroppedFiles(view.child.id);
  usePastedFiles((files) => void attachEvidence({ childId: view.child.id }, files));
  const [dialog, setDialog] = useState<'edit' | 'remove' | null>(null);
  const [part, setPart] = useState<Part>('documents');
  const papers = useChildPapers(view.child.id);
  const { child, name } = view;
  const label = `Child ${child.code}`;
  const hasName = name.forename !== '' || name.surname !== '';

  return (
    <Page>
      <PageHead
        title={areCoded || !hasName ? label : `${name.forename} ${name.surname}`.trim()}
        beside={
          <>
            {hasName && <Chip>{areCoded ? child.initials : `${label}, ${child.initials}`}</Chip>}
            <span className="children-name-note">
              {areCoded ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              {!hasName
                ? 'Name not typed yet'
                : areCoded
                  ? 'Name hidden while names are codes'
                  : 'Name shown on this page only'}
            </span>
          </>
        }
        fact={factsOf(view, today, areCoded).map((fact) => <span key={fact}>{fact}</span>)}
        actions={
          <>
            <Button icon={Archive} onClick={() => goTo({ name: 'packs', childId: child.id })}>
              Make pack...
            </Button>
            <MenuButton
              label={`More for ${label}`}
              icon={Ellipsis}
              iconOnly
              entries={[
                {
                  id: 'edit',
                  label: 'Edit details...',
                  icon: Pencil,
                  unavailable: areCoded && 'They show the name. Turn off names as codes first.',
                  onPress: () => setDialog('edit'),
                },
                ...profileEntries(hasName, papers.saveProfile),
                {
                  id: 'gather',
                  label: 'Gather everything about the child...',
                  icon: FolderDown,
                  onPress: () => void papers.gather(),
                },
                {
                  id: 'feedback',
                  label: 'Log feedback...',
                  icon: MessageSquareText,
                  onPress: () => openCapture({ childId: child.id }),
                },
                {
                  id: 'remove',
                  label: 'Remove child...',
                  icon: Trash2,
                  tone: 'bad',
                  onPress: () => setDialog('remove'),
                },
              ]}
            />
          </>
        }
      />
      <ConsentBand view={view} />
      <LinkProposals childId={child.id} />
      <div className="children-drop" {...drop.handlers}>
        <PageSplit panel={<ChildPanel view={view} today={today} onEdit={() => setDialog('edit')} />}>
          <Tabs<Part>
            label="What is recorded of the child"
            tabs={[
              { id: 'documents', label: 'Documents' },
              { id: 'chronology', label: 'Chronology', count: view.chronology.length },
              { id: 'audit', label: 'Audit', count: view.audit.length },
            ]}
            selected={part}
            onSelect={setPart}
            ofPage
          >
            {part === 'documents' && <Checklist view={view} today={today} droppingOn={drop.over} />}
            {part === 'chronology' && <Chronology view={view} />}
            {part === 'audit' && <Audit view={view} />}
          </Tabs>
        </PageSplit>
      </div>
      {dialog === 'edit' && <ChildDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'remove' && <RemoveChildDialog view={view} onClose={() => setDialog(null)} />}
    </Page>
  );
}

function factsOf({ child }: ChildPageView, today: string, areCoded: boolean): readonly string[] {
  const age = child.dateOfBirth === null || areCoded ? null : ageOn(child.dateOfBirth, today);
  const review = child.lastAnnualReview === null ? '' : `, reviewed ${formatDate(child.lastAnnualReview)}`;
  return [
    age === null ? '' : `${age} years old`,
    child.sendStatus ? `${child.sendStatus}${review}` : review && `Reviewed ${review.slice(11)}`,
    child.need,
    child.setting,
    child.socialCareStatus,
  ].filter(Boolean);
}

/** The profile by code or with the name, to print or to work on. */
function profileEntries(
  hasName: boolean,
  save: ReturnType<typeof useChildPapers>['saveProfile'],
): readonly MenuEntry[] {
  const forms = [
    ['pdf', 'PDF'],
    ['docx', 'Word document'],
  ] as const;
  return [false, true].flatMap((isNamed) =>
    forms.map(([format, form]) => ({
      id: `profile-${isNamed}-${format}`,
      label: `Save profile ${isNamed ? 'with the name' : 'by code'}, ${form}...`,
      icon: IdCard,
      unavailable: isNamed && !hasName && 'The name is not typed yet.',
      onPress: () => void save(isNamed, format),
    })),
  );
}
