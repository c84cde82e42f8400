import { FileDown } from 'lucide-react';
import type { PaperFormat } from '../../../shared/domain/paper-format.ts';
import type { PlanShown } from '../../../shared/ipc/plan.ts';
import { useStore } from '../../state/store.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';

export type PlanTab = 'preparation' | 'improvement' | 'findings' | 'accuracy';

type Group = { readonly title?: string; readonly entries: readonly MenuEntry[] };

const forms: readonly (readonly [PaperFormat, string])[] = [
  ['pdf', 'PDF...'],
  ['docx', 'Word document...'],
];

/** The ways that what a tab shows leaves the app; null while there is nothing in it. */
export function useExport(what: PlanTab): readonly Group[] | null {
  const { act, showDone, data } = useStore();
  const { plan } = data;
  if (!plan) return null;
  const isPlan = what === 'preparation' || what === 'improvement';
  const rows = isPlan
    ? plan.actions.filter((one) => one.plan === what)
    : what === 'findings'
      ? plan.findings
      : plan.accuracy;
  if (rows.length === 0) return null;
  const group = (title: string, show: PlanShown): Group => ({
    title,
    entries: forms.map(([format, label]) => ({
      id: `${show}-${format}`,
      label,
      icon: FileDown,
      onPress: () =>
        void act('plan:exportPlan', { what, show, boardId: null, format }).then((done) => {
          if (done?.saved) showDone('Saved for the board');
        }),
    })),
  });
  return isPlan
    ? [group('Everything', 'all'), group('Only what needs attention', 'exceptions')]
    : [group('Everything', 'all')];
}
