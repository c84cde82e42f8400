import { ArrowLeft, Download, Ellipsis, Link2, Pencil, SquareDashed, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type EvidenceLink, sensitivityLabels } from '../../../shared/domain/evidence.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useNames } from '../../people/useNames.ts';
import type { SoughtPlace } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { AlikeDocuments } from './AlikeDocuments.tsx';
import { CoveredDocument } from './CoveredDocument.tsx';
import { DocumentKin } from './DocumentKin.tsx';
import { DocumentLinks } from './DocumentLinks.tsx';
import { DocumentViewer } from './DocumentViewer.tsx';
import { EditDocumentDialog } from './EditDocumentDialog.tsx';
import { dateWords, lengthWords, typeWords } from './evidence-words.ts';
import { HiddenData } from './HiddenData.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { NamedChildren } from './NamedChildren.tsx';
import { ReadingMark } from './ReadingMark.tsx';
import type { Named } from './useNamings.ts';

/** One document: what it is, what it is evidence for, what can be done with it, and the document itself. */
export function DocumentPane({
  item,
  links,
  named,
  nameOf,
  onBack,
  onSelect,
  start,
}: {
  readonly item: EvidenceSummary;
  readonly links: readonly EvidenceLink[];
  /** Whom it names, where it is for nobody yet. */
  readonly named: Named | null;
  readonly nameOf: (link: EvidenceLink) => string;
  readonly onBack: () => void;
  readonly onSelect: (id: string) => void;
  /** Where a search led, if one did. */
  readonly start: SoughtPlace | null;
}) {
  const act = useStore((state) => state.act);
  const goTo = useStore((state) => state.goTo);
  const showDone = useStore((state) => state.showDone);
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const [dialog, setDialog] = useState<'link' | 'edit' | null>(null);

  async function save() {
    const answer = await act('evidence:saveOriginal', { id: item.id });
    if (answer?.saved) showDone('A copy of the original was saved');
  }

  return (
    <section className="document-pane" aria-label={item.title}>
      <header className="document-head">
        <Button kind="quiet" size="small" icon={ArrowLeft} className="document-back" onClick={onBack}>
          All documents
        </Button>
        <div className="document-head-text">
          <h2 className="document-title">{item.title}</h2>
          <p className="document-facts">
            {[
              typeWords(item.type),
              lengthWords(item),
              item.from && `from ${names.withoutNames(item.from)}`,
              item.sector && SECTOR_LABELS[item.sector],
            ]
              .filter(Boolean)
              .join(', ')}
            . {dateWords(item, clock)}
          </p>
        </div>
        <div className="document-actions">
          <Button icon={Link2} onClick={() => setDialog('link')}>
            Link to...
          </Button>
          <MenuButton
            label={`More for ${item.title}`}
            icon={Ellipsis}
            iconOnly
            entries={[
              { id: 'edit', label: 'Edit details...', icon: Pencil, onPress: () => setDialog('edit') },
              {
                id: 'redact',
                label: 'Redact a copy...',
                icon: SquareDashed,
                onPress: () => goTo({ name: 'redaction', evidenceId: item.id }),
              },
              { id: 'save', label: 'Save original...', icon: Download, onPress: () => void save() },
              {
                id: 'remove',
                label: 'Remove',
                icon: Trash2,
                tone: 'bad',
                onPress: () => void act('evidence:removeEvidence', { id: item.id }),
              },
            ]}
          />
        </div>
        <div className="document-marks">
          <DocumentLinks links={links} nameOf={nameOf} />
          {item.sensitivity && <Chip>{sensitivityLabels[item.sensitivity]}</Chip>}
          <ReadingMark item={item} />
        </div>
        {named && <NamedChildren item={item} named={named} />}
        <DocumentKin item={item} onSelect={onSelect} />
        <AlikeDocuments key={`alike ${item.id}`} item={item} onSelect={onSelect} />
        <HiddenData key={item.id} id={item.id} type={item.type} />
        {item.notes && <p className="document-notes selectable">{item.notes}</p>}
      </header>
      <CoveredDocument key={item.id}>
        <DocumentViewer item={item} start={start} />
      </CoveredDocument>
      {dialog === 'link' && <LinkDialog item={item} onClose={() => setDialog(null)} />}
      {dialog === 'edit' && <EditDocumentDialog item={item} onClose={() => setDialog(null)} />}
    </section>
  );
}
