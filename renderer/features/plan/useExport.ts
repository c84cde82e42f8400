import { FileSpreadsheet } from 'lucide-react';
import type { TableFormat } from '../../../shared/domain/paper-format.ts';
import type { PlanKind } from '../../../shared/domain/plan.ts';
import { monitoringLabels } from '../../../shared/domain/plan-monitoring.ts';
import type { PlanShown } from '../../../shared/ipc/plan.ts';
import { paperGroup, tableGroup } from '../../people/export-groups.ts';
import { useStore } from '../../state/store.ts';
import type { MenuGroup } from '../../ui/Menu.tsx';

export type PlanTab = PlanKind | 'reviews' | 'findings' | 'accuracy';

/** The ways that what a tab shows leaves the app; null while there is nothing in it. */
export function useExport(tab: PlanTab): readonly MenuGroup[] | null {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const plan = useStore((state) => state.data.plan);
  const governance = useStore((state) => state.data.governance);
  if (!plan) return null;
  // Earlier reviews leave with what they found.
  const what = tab === 'reviews' ? 'findings' : tab;
  const isPlan = what === 'preparation' || what === 'improvement';
  const rows = isPlan
    ? plan.actions.filter((one) => one.plan === what)
    : what === 'findings'
      ? plan.findings
      : plan.accuracy;
  if (rows.length === 0) return null;
  const boardId = governance?.boards.find(({ watches }) => watches === what)?.id ?? null;
  const save =
    (show: PlanShown, of: typeof what | 'practice' = what) =>
    (format: TableFormat) => {
      void act('plan:exportPlan', { what: of, show, boardId, format }).then((done) => {
        if (done?.saved) showDone('Saved for the board');
      });
    };
  const group = (show: PlanShown, title: string): MenuGroup => paperGroup(save(show), title);
  const hasPractice = plan.findings.some(({ kind }) => kind === 'practice-to-share');
  if (what === 'findings' && hasPractice)
    return [
      tableGroup(save('all'), 'Everything'),
      tableGroup(save('all', 'practice'), 'Practice to share, naming nobody'),
    ];
  if (!isPlan) return [tableGroup(save('all'))];
  return [
    group('all', 'Everything'),
    group('exceptions', 'Only what needs attention'),
    group('fortnight', monitoringLabels.fortnight),
    group('term', monitoringLabels.term),
    {
      title: 'For owners to report in',
      entries: [
        {
          id: 'workbook',
          label: 'Workbook...',
          icon: FileSpreadsheet,
          onPress: () =>
            void act('plan:exportWorkbook', { plan: what }).then((done) => {
              if (done?.saved) showDone('Saved the workbook');
            }),
        },
      ],
    },
  ];
}
