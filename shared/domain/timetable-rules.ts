import { z } from 'zod';
import type { Availability } from './availability.ts';
import { noAvailability } from './availability.ts';
import type { ChildId, PersonId } from './ids.ts';
import { RowId } from './ids.ts';
import type { IsoDate } from './time.ts';

/** The rules that a framework asks for and that can be switched off; the others always hold. */
export const ChoosableRule = z.enum([
  'no-break',
  'long-day',
  'room-reset',
  'school-hours',
  'peers-split',
  'own-casework',
  'no-keep-in-touch',
  'no-triangulation',
  'visit-label',
  'non-attribution',
]);
export type ChoosableRule = z.infer<typeof ChoosableRule>;

/** What each rule asks for, as its setting says it, and its limit in minutes where it has one. */
export const ruleFacts: Readonly<
  Record<
    ChoosableRule,
    { readonly asks: string; readonly limit: { readonly label: string; readonly minutes: number } | null }
  >
> = {
  'no-break': {
    asks: 'Nobody of the team has meetings for too long without a break of 15 minutes',
    limit: { label: 'Longest without a break', minutes: 180 },
  },
  'long-day': {
    asks: 'Nobody of the team has too many hours of meetings in a day',
    limit: { label: 'Most in a day', minutes: 450 },
  },
  'room-reset': {
    asks: 'A room has time between two meetings to be made ready',
    limit: { label: 'Time between', minutes: 5 },
  },
  'school-hours': { asks: 'Groups of children and young people meet inside school hours', limit: null },
  'peers-split': { asks: 'The members of a strand are never split', limit: null },
  'own-casework': {
    asks: 'A meeting about a child is not chaired by somebody who works with the child',
    limit: null,
  },
  'no-keep-in-touch': { asks: 'Each day on site has a keep-in-touch meeting', limit: null },
  'no-triangulation': { asks: 'Each day on site but the last ends with time to triangulate', limit: null },
  'visit-label': { asks: 'Visits say that the setting is not being judged', limit: null },
  'non-attribution': { asks: 'Focus groups say that nothing is attributed to a person', limit: null },
};

/** How this engagement departs from what its framework asks. */
export const RuleSetting = z.object({
  id: RowId,
  rule: ChoosableRule,
  isOn: z.boolean(),
  /** The limit in minutes, for a rule that has one. */
  minutes: z.number().int().min(0).max(720).nullable(),
});
export type RuleSetting = z.infer<typeof RuleSetting>;

/** A rule that holds in this engagement, with its limit in minutes. */
export type AppliedRule = { readonly rule: ChoosableRule; readonly minutes: number };

/** What the rules look at beside the timetable itself. */
export type RuleFacts = {
  readonly availability: Availability;
  readonly applied: readonly AppliedRule[];
  /** The working days on site, in order. */
  readonly siteDays: readonly IsoDate[];
  /** Who works with each child: the people of the agencies round it. */
  readonly casework: readonly { readonly childId: ChildId; readonly personIds: readonly PersonId[] }[];
};

export const noRuleFacts: RuleFacts = {
  availability: noAvailability,
  applied: [],
  siteDays: [],
  casework: [],
};

/** The rules that hold: those the framework asks for, as far as the engagement's own settings do not say otherwise. */
export function appliedRules(
  asked: readonly ChoosableRule[],
  settings: readonly Pick<RuleSetting, 'rule' | 'isOn' | 'minutes'>[],
): readonly AppliedRule[] {
  return ChoosableRule.options.flatMap((rule) => {
    const setting = settings.find((one) => one.rule === rule);
    const isOn = setting ? setting.isOn : asked.includes(rule);
    return isOn ? [{ rule, minutes: setting?.minutes ?? ruleFacts[rule].limit?.minutes ?? 0 }] : [];
  });
}
