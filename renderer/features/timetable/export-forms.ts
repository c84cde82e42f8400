import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { Choice } from '../../ui/option-match.ts';
import type { Timetable } from './timetable-model.ts';

type Input = ChannelInput<'timetable:exportTimetable'>;

/** A form in which the timetable can be taken out. */
export type Form = {
  readonly id: 'pdf' | 'wall' | 'docx' | 'xlsx' | 'people' | 'rooms' | 'doors' | 'ics' | 'csv';
  readonly label: string;
  readonly hint: string;
  readonly format: Input['format'];
  readonly sheet: NonNullable<Input['sheet']>;
  /** Whether the paper can be chosen. */
  readonly hasPaper: boolean;
  /** Whether people can be named in full or by initials. */
  readonly hasNames: boolean;
};

const timetable = { sheet: 'timetable', hasPaper: false, hasNames: true } as const;
const printed = { format: 'pdf', hasPaper: false } as const;

/** Every form, the most wanted first. */
export const forms: readonly [Form, ...Form[]] = [
  {
    ...timetable,
    id: 'pdf',
    format: 'pdf',
    hasPaper: true,
    label: 'PDF',
    hint: 'A day a page, strands across',
  },
  {
    ...{ ...timetable, id: 'wall', format: 'pdf', hasPaper: true, hasNames: false },
    label: 'Wall sheet (PDF)',
    hint: 'As the PDF, with initials for people',
  },
  {
    ...timetable,
    id: 'docx',
    format: 'docx',
    label: 'Word document',
    hint: 'For the team: each day begins a page',
  },
  {
    ...{ ...timetable, id: 'xlsx', format: 'xlsx', label: 'Excel workbook' },
    hint: 'A sheet for each day, and a flat list. It can be imported again',
  },
  {
    ...{ ...printed, id: 'people', sheet: 'people', hasNames: true },
    label: 'Person sheets (PDF)',
    hint: 'A page for each person with what they are asked to',
  },
  {
    ...{ ...printed, id: 'rooms', sheet: 'rooms', hasNames: true },
    label: 'Room sheets (PDF)',
    hint: 'A page for each room',
  },
  {
    ...{ ...printed, id: 'doors', sheet: 'doors', hasNames: false },
    label: 'Door signs (PDF)',
    hint: 'A room and a day a page, large, without names',
  },
  { ...timetable, id: 'ics', format: 'ics', label: 'Calendar file', hint: 'For Outlook and other calendars' },
  { ...timetable, id: 'csv', format: 'csv', label: 'Plain table (csv)', hint: 'A row for each meeting' },
];

/** The people or rooms of which one can be chosen; none where the form is not about one. */
export function whoseChoices({ people, places, names }: Timetable, { sheet }: Form): readonly Choice[] {
  if (sheet === 'people')
    return people.map((person) => ({ id: person.id, label: names.personName(person), hint: person.role }));
  if (sheet !== 'rooms' && sheet !== 'doors') return [];
  return places.flatMap(({ id, name, site, isOnline }) =>
    isOnline ? [] : [{ id, label: name, hint: site }],
  );
}
