import type { Consent } from '../child.ts';
import type { ChildId } from '../ids.ts';
import { consentOf, mayProceed } from '../readiness.ts';

/** Why a child's meetings may not go ahead. */
export type ConsentProblem = 'not-recorded' | 'refused' | 'withdrawn';

/** What stands in the way for each child who has any consent on record; null where nothing does. */
export function consentProblems(consents: readonly Consent[]): ReadonlyMap<ChildId, ConsentProblem | null> {
  const histories = new Map<ChildId, Consent[]>();
  for (const consent of consents)
    histories.set(consent.childId, [...(histories.get(consent.childId) ?? []), consent]);
  return new Map([...histories].map(([id, own]) => [id, problemOf(own)]));
}

function problemOf(consents: readonly Consent[]): ConsentProblem | null {
  const consent = consentOf(consents);
  if (mayProceed(consent)) return null;
  const states = Object.values(consent);
  return states.includes('refused') ? 'refused' : states.includes('withdrawn') ? 'withdrawn' : 'not-recorded';
}
