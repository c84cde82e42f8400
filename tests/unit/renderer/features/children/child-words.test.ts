import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consentSummary,
  isOverdueItem,
  itemLook,
} from '../../../../../renderer/features/children/child-words.ts';
import {
  type ChecklistItem,
  type Consent,
  ConsentParty,
  ConsentState,
} from '../../../../../shared/domain/child.ts';
import type { ChecklistItemId, ChildId, RowId } from '../../../../../shared/domain/ids.ts';
import { consentOf, mayProceed, readinessOf } from '../../../../../shared/domain/readiness.ts';

const today = '2026-11-24';
const state = fc.constantFrom(...ConsentState.options);

const anItem = fc.record({
  id: fc.uuid().map((id) => id as ChecklistItemId),
  childId: fc.constant('c' as ChildId),
  position: fc.nat(),
  group: fc.constant(''),
  title: fc.constant('EHC plan'),
  ownerSector: fc.constant(null),
  ownerId: fc.constant(null),
  ownerName: fc.constant(''),
  askedOn: fc.constant(null),
  dueOn: fc.constantFrom(null, '2026-11-23', '2026-11-24', '2026-11-25'),
  state: fc.constantFrom('missing', 'asked', 'received', 'not-applicable'),
  receivedOn: fc.constant(null),
  version: fc.constant(''),
  stage: fc.constant('not-said'),
  thirdPartyCheck: fc.constant('not-checked'),
  approvedBy: fc.constant(''),
  reason: fc.constant(''),
}) satisfies fc.Arbitrary<ChecklistItem>;

const aStep = fc.record({
  id: fc.uuid().map((id) => id as RowId),
  childId: fc.constant('c' as ChildId),
  party: fc.constantFrom(...ConsentParty.options),
  state,
  recordedBy: fc.constant(''),
  at: fc.integer({ min: 0, max: 9 }).map((hour) => `2026-11-2${hour}T09:00:00.000Z`),
  note: fc.constant(''),
}) satisfies fc.Arbitrary<Consent>;

describe('readinessOf', () => {
  it('counts every item once, and what it calls overdue is what the page marks overdue', () => {
    fc.assert(
      fc.property(fc.array(anItem), (items) => {
        const readiness = readinessOf(items, [], today);

        expect(readiness.received + readiness.asked + readiness.missing).toBe(readiness.needed);
        expect(readiness.needed + readiness.notApplicable).toBe(items.length);
        expect(readiness.overdue).toBe(items.filter((item) => isOverdueItem(item, today)).length);
        expect(readiness.overdue).toBe(
          items.filter((item) => itemLook(item, today).words === 'Overdue').length,
        );
        expect(readiness.isComplete).toBe(readiness.needed > 0 && readiness.asked + readiness.missing === 0);
      }),
    );
  });

  it('does not call an item overdue on the day it is due', () => {
    const item = { state: 'asked', dueOn: today } as const;

    expect(isOverdueItem(item, today)).toBe(false);
    expect(isOverdueItem(item, '2026-11-25')).toBe(true);
  });
});

describe('consentOf', () => {
  it('takes the newest step of each party, whatever order they are read in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aStep, { selector: (step) => `${step.party}${step.at}` }), (steps) => {
        expect(consentOf(steps)).toEqual(consentOf(steps.toReversed()));
      }),
    );
  });

  it('lets nothing go ahead once either party has said no, whatever was said before', () => {
    fc.assert(
      fc.property(fc.array(aStep), fc.constantFrom('refused', 'withdrawn'), (steps, no) => {
        const last = { ...steps[0], party: 'parent', state: no, at: '2026-12-01T09:00:00.000Z' } as Consent;

        expect(mayProceed(consentOf([...steps, last]))).toBe(false);
      }),
    );
  });
});

describe('consentSummary', () => {
  it('is marked as all right only where meetings and packs may go ahead', () => {
    fc.assert(
      fc.property(state, state, (parent, youngPerson) => {
        const consent = { parent, 'young-person': youngPerson };
        const { status } = consentSummary(consent);

        expect(status === 'ok' && !mayProceed(consent)).toBe(false);
        expect(status === 'bad').toBe(
          [parent, youngPerson].some((one) => one === 'refused' || one === 'withdrawn'),
        );
      }),
    );
  });

  it('says who stops it, or who is waited for', () => {
    expect(consentSummary({ parent: 'given', 'young-person': 'withdrawn' }).words).toBe(
      'Young person withdrew',
    );
    expect(consentSummary({ parent: 'given', 'young-person': 'asked' }).words).toBe(
      'Young person has not answered',
    );
    expect(consentSummary({ parent: 'not-asked', 'young-person': 'not-asked' }).words).toBe('Not asked yet');
  });
});
