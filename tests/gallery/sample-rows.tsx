import type { ReactNode } from 'react';
import { StatusMark } from '../../renderer/ui/StatusMark.tsx';

export type Now = {
  readonly name: string;
  readonly role: string;
  readonly now: string;
  readonly until?: string;
  readonly at: string;
  readonly next: string;
  readonly place: string;
  readonly ready: ReactNode;
};

export const inspectors: readonly Now[] = [
  {
    name: 'Margaret Osei',
    role: 'Lead inspector, Ofsted',
    now: 'Free until 10:45am',
    at: '10:45am',
    next: 'Joint commissioning',
    place: 'Committee room 2, with T Reilly',
    ready: <StatusMark status="ok">Ready</StatusMark>,
  },
  {
    name: 'Helen Whitcombe',
    role: 'Education, Ofsted',
    now: 'SEN casework and EP focus group',
    until: 'Until 11:30am, Room 1.08',
    at: '1:00pm',
    next: 'Child C tracking meeting',
    place: 'Room 2.12, with T Reilly',
    ready: <StatusMark status="bad">Paper missing</StatusMark>,
  },
  {
    name: 'Anil Deshpande',
    role: 'Social care, Ofsted',
    now: 'Case sampling: children in need',
    until: 'Until 11:30am, Room 1.10',
    at: '12:45pm',
    next: 'Visit: Larkfield Short Breaks',
    place: 'By car at 11:30am, lunch there',
    ready: <StatusMark status="ok">Ready</StatusMark>,
  },
  {
    name: 'Ruth Calder',
    role: 'Health, CQC',
    now: 'Designated clinical officer',
    until: 'Until 11:00am, Room 1.06',
    at: '11:15am',
    next: 'Family conversation, Child F',
    place: 'Video call, interpreter booked',
    ready: <StatusMark status="warn">Link not tested</StatusMark>,
  },
];

export type Sector = {
  readonly name: string;
  readonly open: number;
  readonly due: number;
  readonly late: number;
  readonly done: number;
  readonly all: number;
};

export const sectors: readonly Sector[] = [
  { name: 'Education', open: 4, due: 1, late: 0, done: 22, all: 26 },
  { name: 'Health', open: 6, due: 1, late: 1, done: 11, all: 17 },
  { name: 'Social care', open: 2, due: 0, late: 0, done: 14, all: 14 },
  { name: 'Family and voluntary', open: 1, due: 0, late: 0, done: 4, all: 5 },
];

export type Paper = {
  readonly id: string;
  readonly state: ReactNode;
  readonly title: string;
  readonly note?: string;
  readonly owner: string;
  readonly due: string;
  readonly pages: number | null;
  readonly group: string;
};

export const papers: readonly Paper[] = [
  paper(1, <StatusMark status="ok">Approved</StatusMark>, 'Multi-agency chronology', 'Overview', 18),
  paper(2, <StatusMark status="ok">Approved</StatusMark>, 'EHC plan and earlier versions', 'Education', 41),
  paper(
    3,
    <StatusMark status="warn">Check needed</StatusMark>,
    'Annual review 2025',
    'Education',
    7,
    'names another child?',
  ),
  paper(
    4,
    <StatusMark status="received">Received</StatusMark>,
    'Attendance and suspensions',
    'Education',
    3,
    'to approve',
  ),
  paper(5, <StatusMark status="waiting">Asked</StatusMark>, 'Reintegration plan', 'Education', null),
  paper(6, <StatusMark status="bad">Overdue</StatusMark>, 'CAMHS summary', 'Health', null),
  paper(
    7,
    <StatusMark status="held">Held</StatusMark>,
    'CAMHS referral dates',
    'Health',
    2,
    'until answered',
  ),
  paper(
    8,
    <StatusMark status="not-applicable">Not applicable</StatusMark>,
    'Continuing care',
    'Health',
    null,
    'no need recorded',
  ),
  paper(
    9,
    <StatusMark status="acknowledged">Acknowledged</StatusMark>,
    'Child in need plan and review',
    'Social care',
    9,
  ),
  paper(
    10,
    <StatusMark status="none">Nothing yet</StatusMark>,
    'Young person’s and parent’s views',
    'Social care',
    null,
  ),
];

function paper(
  n: number,
  state: ReactNode,
  title: string,
  group: string,
  pages: number | null,
  note?: string,
): Paper {
  return { id: `p${n}`, state, title, note, group, pages, owner: 'SEN casework, M Ferris', due: '20 Nov' };
}
