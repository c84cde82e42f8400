import type { PaperFormat } from '../../../shared/domain/paper-format.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useStore } from '../../state/store.ts';

/** Writes papers about one child where the user says, and tells what came of it. */
export function useChildPapers(id: ChildPageView['child']['id']) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  return {
    saveProfile: async (isNamed: boolean, format: PaperFormat) => {
      const answer = await act('children:saveProfile', { id, isNamed, format });
      if (answer?.saved) showDone('Saved the profile');
    },
    gather: async () => {
      const answer = await act('children:gatherFile', { id });
      if (!answer) return;
      const { folderName, documents, mentions } = answer;
      const own = documents === 1 ? '1 document' : `${documents} documents`;
      const others = mentions === 0 ? '' : `, and listed ${mentions} more that name the child`;
      showDone(`Gathered ${own} in “${folderName}”${others}`);
    },
  };
}
