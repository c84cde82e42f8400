import type { AssessedBy } from '../../../shared/domain/evaluation.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import { tableGroup } from '../../people/export-groups.ts';
import { useStore } from '../../state/store.ts';
import type { MenuGroup } from '../../ui/Menu.tsx';

const parties: readonly (readonly [AssessedBy | null, string])[] = [
  [null, 'Everything'],
  ['local-authority', 'The council’s own'],
  ['health', 'Health’s own'],
];

/** The ways a self-evaluation leaves the app; notes for ourselves never do. */
export function useExport(): (of: { readonly versionId: RowId | null }) => readonly MenuGroup[] {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  return ({ versionId }) =>
    parties.map(([assessedBy, title]) =>
      tableGroup((format) => {
        void act('evaluation:exportEvaluation', { versionId, assessedBy, format }).then((done) => {
          if (done?.saved) showDone('Saved the self-evaluation');
        });
      }, title),
    );
}
