import type { ChecklistItem, Consent, ConsentParty, ConsentState } from './child.ts';
import type { IsoDate } from './time.ts';

/** How far a child's file is ready, counted in one place for every view. */
export type Readiness = {
  /** Items that apply to this child. */
  readonly needed: number;
  readonly received: number;
  readonly asked: number;
  readonly missing: number;
  readonly notApplicable: number;
  readonly overdue: number;
  readonly isComplete: boolean;
  readonly consent: Readonly<Record<ConsentParty, ConsentState>>;
  /** Whether meetings and packs about the child may go ahead. */
  readonly mayProceed: boolean;
};

/** The newest state of consent of each party; `not-asked` where nothing is recorded. */
export function consentOf(consents: readonly Consent[]): Readonly<Record<ConsentParty, ConsentState>> {
  const newest = (party: ConsentParty): ConsentState => {
    const own = consents.filter((consent) => consent.party === party);
    return (
      own.reduce<Consent | null>((best, one) => (best === null || one.at >= best.at ? one : best), null)
        ?.state ?? 'not-asked'
    );
  };
  return { parent: newest('parent'), 'young-person': newest('young-person') };
}

/**
 * Whether a child's meetings and packs may go ahead: nobody has refused or withdrawn, and somebody has given consent.
 * Which party must decide depends on age and capacity, which is for the LANO and not for a rule.
 */
export function mayProceed(consent: Readonly<Record<ConsentParty, ConsentState>>): boolean {
  const states = Object.values(consent);
  return states.includes('given') && !states.some(isStopped);
}

/** Why there is no consent: who refused it or took it back, or that nobody has given it yet. */
export function noConsentWords(consent: Readonly<Record<ConsentParty, ConsentState>>): string {
  const parties = [
    ['The parent or carer', consent.parent],
    ['The young person', consent['young-person']],
  ] as const;
  const said = parties.filter(([, state]) => isStopped(state));
  return said.length > 0
    ? `${said.map(([who, state]) => `${who} has ${state} it`).join('. ')}.`
    : 'Nobody has given it yet. Record the answer on the child’s page.';
}

/** Whether an answer stops the child's meetings and documents. */
export function isStopped(state: ConsentState | null): boolean {
  return state === 'refused' || state === 'withdrawn';
}

/** Counts a child's file. An item is overdue when it is due before today and neither received nor not applicable. */
export function readinessOf(
  items: readonly ChecklistItem[],
  consents: readonly Consent[],
  today: IsoDate,
): Readiness {
  const count = (state: ChecklistItem['state']) => items.filter((item) => item.state === state).length;
  const received = count('received');
  const notApplicable = count('not-applicable');
  const needed = items.length - notApplicable;
  const isOpen = (item: ChecklistItem) => item.state === 'missing' || item.state === 'asked';
  const consent = consentOf(consents);
  return {
    needed,
    received,
    asked: count('asked'),
    missing: count('missing'),
    notApplicable,
    overdue: items.filter((item) => isOpen(item) && item.dueOn !== null && item.dueOn < today).length,
    isComplete: needed > 0 && received === needed,
    consent,
    mayProceed: mayProceed(consent),
  };
}
