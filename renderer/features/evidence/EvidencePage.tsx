import { FilePlus, Files, FolderSync, SearchX, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { EvidenceLink } from '../../../shared/domain/evidence.ts';
import type { EvidenceView } from '../../../shared/ipc/evidence.ts';
import { LinkProposals } from '../../people/LinkProposals.tsx';
import { RegisterExport } from '../../registers/RegisterExport.tsx';
import type { SoughtPlace } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DropZone } from '../../ui/DropZone.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { usePastedFiles } from '../../ui/usePastedFiles.ts';
import { AddOutcome } from './AddOutcome.tsx';
import { ChildProposals } from './ChildProposals.tsx';
import { DocumentPane } from './DocumentPane.tsx';
import { EvidenceFilters } from './EvidenceFilters.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { everything, filterEvidence } from './evidence-list.ts';
import { isUnread } from './evidence-words.ts';
import { ReadingStopped } from './ReadingStopped.tsx';
import { RemovedDialog } from './RemovedDialog.tsx';
import { useAddFiles } from './useAddFiles.ts';
import { useNamings } from './useNamings.ts';
import { useTargets } from './useTargets.ts';
import { WatchedFolder } from './WatchedFolder.tsx';

/** Every document taken in: found on the left, read on the right. Files may be dropped or pasted anywhere on it. */
export function EvidencePage({
  evidenceId,
  at,
}: {
  readonly evidenceId?: string;
  readonly at?: SoughtPlace;
}) {
  const view = useStore((state) => state.data.evidence);
  const key = `${evidenceId} ${at?.page} ${at?.typed}`;
  return view ? <Evidence key={key} view={view} startId={evidenceId ?? null} start={at ?? null} /> : null;
}

function Evidence({
  view,
  startId,
  start,
}: {
  readonly view: EvidenceView;
  readonly startId: string | null;
  readonly start: SoughtPlace | null;
}) {
  const [selectedId, setSelectedId] = useState(startId);
  const [filter, setFilter] = useState(everything);
  const [isRemovedOpen, setRemovedOpen] = useState(false);
  const act = useStore((state) => state.act);
  const { add, outcome, dismiss } = useAddFiles(setSelectedId);
  usePastedFiles((files) => void add(files));
  const { nameOf, childOfItem } = useTargets();
  const namings = useNamings(view);
  const linksById = useMemo(() => byDocument(view.links), [view.links]);
  const linksOf = (id: string) => linksById.get(id) ?? [];
  const shown = filterEvidence(view.items, linksOf, childOfItem, filter);
  const selected = view.items.find((item) => item.id === selectedId);
  const unread = view.items.filter(isUnread).length;
  const count = view.items.length;

  return (
    <DropZone
      buttonLabel="Add files..."
      onChoose={() => void add()}
      onDrop={(event) => void add([...event.dataTransfer.files])}
      dropLabel="Drop to add to the evidence"
    >
      <Page>
        <div className={classNames('evidence', selected && 'evidence-reading')}>
          <div className="evidence-side">
            <PageHead
              title="Evidence"
              fact={count === 1 ? '1 document' : `${count} documents`}
              actions={
                <>
                  <Button kind="primary" icon={FilePlus} onClick={() => void add()}>
                    Add files...
                  </Button>
                  {count > 0 && <RegisterExport kinds={['evidence']} />}
                  <IconButton
                    icon={FolderSync}
                    label="Watch a folder for new files..."
                    kind="outlined"
                    onClick={() => void act('evidence:chooseWatchedFolder', {})}
                  />
                  <IconButton
                    icon={Trash2}
                    label="Removed documents"
                    kind="outlined"
                    onClick={() => setRemovedOpen(true)}
                  />
                </>
              }
            />
            <AddOutcome files={outcome} onDismiss={dismiss} />
            <WatchedFolder />
            <ReadingStopped view={view} />
            <ChildProposals namings={namings} />
            <LinkProposals />
            {count > 0 && <EvidenceFilters filter={filter} onFilter={setFilter} unread={unread} />}
            <div className="evidence-scroll">
              {count > 0 && shown.length === 0 && (
                <EmptyState
                  icon={SearchX}
                  title="No document fits"
                  action={<Button onClick={() => setFilter(everything)}>Show all documents</Button>}
                >
                  Titles are searched by the beginnings of their words.
                </EmptyState>
              )}
              <EvidenceList
                items={shown}
                namesFor={(id) => linksOf(id).map(nameOf)}
                namings={namings}
                selectedId={selected?.id ?? null}
                onSelect={setSelectedId}
              />
            </div>
          </div>
          <div className="evidence-main">
            {selected ? (
              <DocumentPane
                key={selected.id}
                item={selected}
                links={linksOf(selected.id)}
                named={namings.get(selected.id) ?? null}
                nameOf={nameOf}
                onBack={() => setSelectedId(null)}
                onSelect={setSelectedId}
                start={selected.id === startId ? start : null}
              />
            ) : (
              <EmptyState
                icon={Files}
                title={count === 0 ? 'No documents yet' : 'Choose a document to read it'}
                action={
                  count === 0 && (
                    <Button icon={FilePlus} onClick={() => void add()}>
                      Add files...
                    </Button>
                  )
                }
              >
                {count === 0
                  ? 'Add files, drop them here or paste them. They are copied into the encrypted engagement; the originals stay where they are.'
                  : 'PDFs, images, Word documents, workbooks, messages and text open here, inside the engagement.'}
              </EmptyState>
            )}
          </div>
        </div>
        {isRemovedOpen && <RemovedDialog onClose={() => setRemovedOpen(false)} />}
      </Page>
    </DropZone>
  );
}

function byDocument(links: readonly EvidenceLink[]): ReadonlyMap<string, readonly EvidenceLink[]> {
  const found = new Map<string, EvidenceLink[]>();
  for (const link of links) found.set(link.evidenceId, [...(found.get(link.evidenceId) ?? []), link]);
  return found;
}
