import { type AbsenceFields, wholeDay } from '../availability.ts';
import { addDays, type IsoDate } from '../time.ts';
import { nextWeekday, type Token, tokensOf } from './note-tokens.ts';

/** How a note is meant: the times it names are those somebody is away, or the only ones they are free. */
export type NoteMeaning = 'away' | 'free';

/** What a note comes to. Nothing of it holds until somebody confirms it. */
export type NoteReading = {
  readonly meaning: NoteMeaning;
  readonly proposals: readonly AbsenceFields[];
  /** What was taken for granted and wants a look, in sentences. */
  readonly doubts: readonly string[];
  /** No time was found in it; it has to be read by a person. */
  readonly isUnread: boolean;
};

/** A stretch that a note names, before it is known whether it is one away or one free. */
type Stretch = Omit<AbsenceFields, 'words'>;

const nothingToSay =
  /^(n\/?a|none|nil|no|yes|ok|any ?time|flexible|all (good|week)|always( available)?|full(y| availability)( available)?|no (restrictions?|issues?|problems?)|-+|tbc|\?*)\.?$/i;

/**
 * Reads what somebody wrote of their availability: "Wed am", "after 15:00", "AL until Wednesday", "Tues & Thurs only".
 * `firstDay` is the first day that matters, from which "until Wednesday" and dates without a year are counted. With
 * `meaning` the times are taken so, whatever the words say.
 */
export function readAvailabilityNote(note: string, firstDay: IsoDate, meaning?: NoteMeaning): NoteReading {
  const text = note.trim().replace(/\s+/g, ' ');
  if (text === '' || nothingToSay.test(text))
    return { meaning: 'away', proposals: [], doubts: [], isUnread: false };
  const clauses = text
    .split(/;|\.\s+|\bbut\b|\balso\b|\n/i)
    .map((clause) => readClause(clause, firstDay))
    .filter((clause) => clause.stretches.length > 0);
  const doubts = [...new Set(clauses.flatMap((clause) => clause.doubts))];
  if (clauses.length === 0) return { meaning: meaning ?? 'away', proposals: [], doubts: [], isUnread: true };
  const words = note.trim().slice(0, 300);
  const free = clauses.filter((clause) => (meaning ?? clause.meaning) === 'free');
  const away = clauses.filter((clause) => (meaning ?? clause.meaning) === 'away');
  const stretches = [
    ...away.flatMap((clause) => clause.stretches),
    ...(free.length > 0 ? allBut(free.flatMap((clause) => clause.stretches)) : []),
  ];
  return {
    meaning: meaning ?? (away.length > 0 ? 'away' : 'free'),
    proposals: stretches.map((stretch) => ({ ...stretch, words })),
    doubts,
    isUnread: false,
  };
}

type Clause = {
  readonly meaning: NoteMeaning;
  readonly stretches: readonly Stretch[];
  readonly doubts: readonly string[];
};

function readClause(text: string, firstDay: IsoDate): Clause {
  const tokens = tokensOf(text, firstDay);
  const has = (word: string) => tokens.some((token) => token.is === 'word' && token.word === word);
  const isAway = has('not') || has('away') || has('back');
  const meaning = has('only') || (has('free') && !isAway) ? 'free' : 'away';
  const { stretches, doubts } = stretchesIn(tokens, firstDay);
  if (stretches.length > 0 || !has('away')) return { meaning, stretches, doubts };
  const always = { fromDay: null, toDay: null, weekdays: [], ...wholeDay };
  return {
    meaning: 'away',
    stretches: [always],
    doubts: ['No dates are given, so it is read as away the whole time.'],
  };
}

type Draft = {
  fromDay: IsoDate | null;
  toDay: IsoDate | null;
  weekdays: number[];
  window: { readonly start: number; readonly end: number } | null;
};

/** The stretches that a clause names, one for each time of day with the days beside it. */
function stretchesIn(
  tokens: readonly Token[],
  firstDay: IsoDate,
): { readonly stretches: readonly Stretch[]; readonly doubts: readonly string[] } {
  const stretches: Stretch[] = [];
  const doubts: string[] = [];
  let draft = blank();
  let isWindowLast = false;
  const hasDays = () => draft.weekdays.length > 0 || draft.fromDay !== null || draft.toDay !== null;
  const close = () => {
    const stretch = finished(draft);
    if (stretch) stretches.push(stretch);
    draft = blank();
  };

  tokens.forEach((token, at) => {
    const before = wordBefore(tokens, at);
    if (token.is === 'window' || token.is === 'time') {
      const window = token.is === 'window' ? token : windowOf(before, token.at);
      if (!window) return;
      if (draft.window) close();
      draft.window = { start: window.start, end: window.end };
      isWindowLast = true;
      return;
    }
    if (token.is !== 'weekday' && token.is !== 'date') return;
    // "Wed am, Thu pm": a day after days that have their time begins the next stretch.
    if (draft.window && isWindowLast && hasDays()) close();
    isWindowLast = false;
    if (token.is === 'date') {
      // "Wed 25 Nov" is that day, not every Wednesday.
      if (tokens[at - 1]?.is === 'weekday') draft.weekdays.pop();
      if (draft.fromDay !== null && before !== 'to' && before !== 'until') close();
      placeDate(draft, before, token);
      return;
    }
    if (tokens[at + 1]?.is === 'date' || before === null || before === 'and') {
      draft.weekdays.push(token.weekday);
      return;
    }
    if (before === 'to') {
      draft.weekdays.push(...weekdaysTo(draft.weekdays.at(-1), token.weekday));
      return;
    }
    const on = nextWeekday(token.weekday, firstDay);
    if (before === 'until') doubts.push('“Until” is read with that day included.');
    placeDate(draft, before, { from: on, to: on });
  });
  close();
  return { stretches, doubts };
}

const blank = (): Draft => ({ fromDay: null, toDay: null, weekdays: [], window: null });

/** The word that says how a day or time is meant; "and" and nothing at all name it plainly. */
function wordBefore(
  tokens: readonly Token[],
  at: number,
): 'until' | 'from' | 'after' | 'before' | 'back' | 'to' | 'and' | null {
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.is === 'other' || (token?.is === 'weekday' && tokens[at]?.is === 'date')) continue;
    if (token?.is !== 'word') return null;
    if (token.word === 'not' || token.word === 'only' || token.word === 'free' || token.word === 'away')
      return null;
    return token.word;
  }
  return null;
}

function windowOf(before: ReturnType<typeof wordBefore>, at: number) {
  if (before === 'until' || before === 'before' || before === 'to')
    return at > 0 ? { start: 0, end: at } : null;
  return at < wholeDay.end ? { start: at, end: wholeDay.end } : null;
}

function placeDate(
  draft: Draft,
  before: ReturnType<typeof wordBefore>,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): void {
  if (before === 'until' || before === 'to') draft.toDay = to;
  else if (before === 'before' || before === 'back') draft.toDay = addDays(from, -1);
  else if (before === 'from') draft.fromDay = from;
  else if (before === 'after') draft.fromDay = addDays(to, 1);
  else {
    draft.fromDay = from;
    draft.toDay = to;
  }
}

function finished({ fromDay, toDay, weekdays, window }: Draft): Stretch | null {
  const days = [...new Set(weekdays)].sort((a, b) => a - b);
  const isWhole = window === null || (window.start === wholeDay.start && window.end === wholeDay.end);
  if (days.length === 0 && fromDay === null && toDay === null && isWhole) return null;
  if (fromDay !== null && toDay !== null && fromDay > toDay) return null;
  return { fromDay, toDay, weekdays: days.length === 7 ? [] : days, ...(window ?? wholeDay) };
}

/** The weekdays after one, to another: Tuesday and Wednesday after Monday. */
function weekdaysTo(from: number | undefined, to: number): readonly number[] {
  const count = from === undefined ? 1 : (to - from + 7) % 7;
  return Array.from({ length: count }, (_, at) => ((to - count + at + 7) % 7) + 1);
}

/** When somebody is away who is free only at these times: other weekdays, other hours, and before and after their dates. */
function allBut(free: readonly Stretch[]): readonly Stretch[] {
  const away: Stretch[] = [];
  const dated = free.filter(({ fromDay, toDay }) => fromDay !== null || toDay !== null);
  if (dated.length === free.length) {
    const starts = dated.map(({ fromDay }) => fromDay);
    const ends = dated.map(({ toDay }) => toDay);
    const first = starts.includes(null) ? null : (starts.toSorted()[0] ?? null);
    const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
    if (first !== null) away.push(fullDays({ toDay: addDays(first, -1) }));
    if (last !== null) away.push(fullDays({ fromDay: addDays(last, 1) }));
  }
  const byHours = new Map<string, number[]>();
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const own = free.filter(({ weekdays }) => weekdays.length === 0 || weekdays.includes(weekday));
    for (const { start, end } of gaps(own)) {
      const key = `${start} ${end}`;
      byHours.set(key, [...(byHours.get(key) ?? []), weekday]);
    }
  }
  for (const [key, weekdays] of byHours) {
    const [start = 0, end = 0] = key.split(' ').map(Number);
    away.push({ fromDay: null, toDay: null, weekdays: weekdays.length === 7 ? [] : weekdays, start, end });
  }
  return away;
}

const fullDays = (days: Partial<Pick<Stretch, 'fromDay' | 'toDay'>>): Stretch => ({
  fromDay: null,
  toDay: null,
  weekdays: [],
  ...wholeDay,
  ...days,
});

function gaps(windows: readonly Pick<Stretch, 'start' | 'end'>[]) {
  const found: { readonly start: number; readonly end: number }[] = [];
  let until: number = wholeDay.start;
  for (const { start, end } of windows.toSorted((a, b) => a.start - b.start)) {
    if (start > until) found.push({ start: until, end: start });
    until = Math.max(until, end);
  }
  if (until < wholeDay.end) found.push({ start: until, end: wholeDay.end });
  return found;
}
