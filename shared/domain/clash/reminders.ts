import { type Clash, clashKey, none } from '../clash.ts';
import type { MeetingKind, MeetingWithPeople } from '../meeting.ts';
import type { TimetableIndex } from './world.ts';

type Reminder = {
  readonly rule: 'visit-label' | 'non-attribution';
  readonly kind: MeetingKind;
  /** The words that a meeting's title or notes have where the reminder was heeded. */
  readonly words: RegExp;
  readonly one: (title: string) => string;
  readonly many: (count: number) => string;
};

const reminders: readonly Reminder[] = [
  {
    rule: 'visit-label',
    kind: 'visit',
    words: /\bnot (?:itself |themselves )?(?:being )?(?:judged|inspected)\b/i,
    one: (title) => `${title} does not say that the setting is not being judged`,
    many: (count) => `${count} visits do not say that the setting is not being judged`,
  },
  {
    rule: 'non-attribution',
    kind: 'focus-group',
    words: /\battribut|\bin confidence\b|\bconfidential/i,
    one: (title) => `${title} does not say that nothing is attributed to a person`,
    many: (count) => `${count} focus groups do not say that nothing is attributed to a person`,
  },
];

/** What should be said to those who come and is not: one reminder for all the meetings that lack it. */
export function reminded(index: TimetableIndex): readonly Clash[] {
  const wanted = reminders.filter(({ rule }) => index.limits.has(rule));
  if (wanted.length === 0) return none;
  return wanted.flatMap((reminder) => {
    const { rule } = reminder;
    const lacking: MeetingWithPeople[] = [];
    for (const placed of index.days.values())
      for (const { meeting } of placed) if (lacks(meeting, reminder)) lacking.push(meeting);
    const [first] = lacking;
    if (!first) return none;
    return [
      {
        key: clashKey({ rule, meetingIds: [], subjectId: '' }),
        rule,
        severity: 'soft' as const,
        meetingIds: lacking.map(({ id }) => id).sort(),
        subjectId: '',
        sentence: lacking.length === 1 ? reminder.one(first.title) : reminder.many(lacking.length),
        from: null,
        to: null,
      },
    ];
  });
}

const lacks = (meeting: MeetingWithPeople, { kind, words }: Reminder) =>
  meeting.kind === kind && !words.test(meeting.title) && !words.test(meeting.notes);
