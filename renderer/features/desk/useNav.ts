import {
  Archive,
  CalendarDays,
  ChartBarBig,
  ChartNoAxesColumn,
  CircleHelp,
  Clock,
  FileText,
  Flag,
  Gavel,
  History,
  House,
  Inbox,
  Landmark,
  ListChecks,
  Megaphone,
  MessageSquareText,
  PencilLine,
  Search,
  Settings,
  UserSquare,
  Users,
} from 'lucide-react';
import type { Page } from '../../state/pages.ts';
import { draftWords, hardClashCount } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { runCommand } from '../../state/useMainEvents.ts';
import type { NavProps } from '../../ui/shell/Nav.tsx';
import type { NavItem } from '../../ui/shell/shell-types.ts';

const parents: Partial<Record<Page['name'], Page['name']>> = {
  ...{ child: 'children', cohort: 'children', redaction: 'evidence' },
};

/** The navigation, in the order of the work, with what waits in each place. */
export function useNav(): Omit<NavProps, 'id' | 'isOpen'> {
  const timetable = useStore((state) => state.data.timetable);
  const versions = useStore((state) => state.data.versions);
  const children = useStore((state) => state.data.children?.children);
  const requests = useStore((state) => state.data.requests?.requests.length ?? 0);
  const evidence = useStore((state) => state.data.evidence);
  const feedback = useStore((state) => state.data.feedback);
  const page = useStore((state) => state.page);
  const goTo = useStore((state) => state.goTo);
  const clashes = hardClashCount(timetable);
  const draftChanges = versions?.draftChanges.length ?? 0;
  const overdueChildren = children?.filter((child) => child.readiness.overdue > 0).length ?? 0;
  const item = (
    id: Page['name'],
    label: string,
    icon: NavItem['icon'],
    extra: Partial<NavItem> = {},
  ): NavItem => ({
    id,
    label,
    icon,
    ...extra,
  });
  return {
    groups: [
      [
        item('home', 'Week at a glance', House),
        item('today', 'Today', Clock),
        item('search', 'Search', Search),
      ],
      [
        item(
          'timetable',
          'Timetable',
          CalendarDays,
          clashes > 0 ? { count: clashes, countLabel: `${clashes} clashes`, isBad: true } : {},
        ),
        item(
          'versions',
          'Versions',
          History,
          draftChanges > 0 ? { count: draftChanges, countLabel: draftWords(versions) ?? '' } : {},
        ),
        item('people', 'People and places', Users),
        item('children', 'Children', UserSquare, {
          count: children?.length ?? 0,
          countLabel: `${children?.length ?? 0} children`,
          isBad: overdueChildren > 0,
        }),
      ],
      [
        item('requests', 'Requests', Inbox, { count: requests, countLabel: `${requests} requests` }),
        item('evidence', 'Evidence', FileText, { count: evidence?.items.length ?? 0 }),
        item('feedback', 'Feedback', MessageSquareText, { count: feedback?.entries.length ?? 0 }),
        item('voice', 'Surveys and voice', Megaphone),
      ],
      [
        item('evaluation', 'Evaluation', ChartNoAxesColumn),
        item('plan', 'Actions', ListChecks),
        item('governance', 'Governance', Gavel),
        item('after', 'After', Flag),
        item('pictures', 'Pictures', ChartBarBig),
        item('packs', 'Packs', Archive),
        item('engagement', 'Dates', Landmark),
      ],
    ],
    current: parents[page.name] ?? page.name,
    onNavigate: (id) => goTo({ name: id } as Page),
    actions: [
      {
        id: 'log-feedback',
        label: 'Log feedback',
        icon: PencilLine,
        keys: 'F8',
        isFramed: true,
        onPress: () => runCommand('log-feedback'),
      },
      {
        id: 'add-request',
        label: 'Add request',
        icon: Inbox,
        keys: 'F9',
        isFramed: true,
        onPress: () => runCommand('add-request'),
      },
      { id: 'settings', label: 'Settings', icon: Settings, onPress: () => goTo({ name: 'settings' }) },
      { id: 'help', label: 'Help', icon: CircleHelp, onPress: () => goTo({ name: 'help' }) },
    ],
  };
}
