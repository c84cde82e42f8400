import { FileDown } from 'lucide-react';
import type { AssessedBy } from '../../../shared/domain/evaluation.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import type { PaperFormat } from '../../../shared/domain/paper-format.ts';
import { useStore } from '../../state/store.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';

type Group = { readonly title?: string; readonly entries: readonly MenuEntry[] };

const forms: readonly (readonly [PaperFormat, string])[] = [
  ['pdf', 'PDF...'],
  ['docx', 'Word document...'],
];
const parties: readonly (readonly [AssessedBy | null, string])[] = [
  [null, 'Everything'],
  ['local-authority', 'The council’s own'],
  ['health', 'Health’s own'],
];

/** The ways a self-evaluation leaves the app; notes for ourselves never do. */
export function useExport(): (of: { readonly versionId: RowId | null }) => readonly Group[] {
  const { act, showDone } = useStore();
  return ({ versionId }) =>
    parties.map(([assessedBy, title]) => ({
      title,
      entries: forms.map(([format, label]) => ({
        id: `${assessedBy}-${format}`,
        label,
        icon: FileDown,
        onPress: () =>
          void act('evaluation:exportEvaluation', { versionId, assessedBy, format }).then((done) => {
            if (done?.saved) showDone('Saved the self-evaluation');
          }),
      })),
    }));
}
