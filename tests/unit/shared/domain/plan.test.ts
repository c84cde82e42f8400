import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowId } from '../../../../shared/domain/ids.ts';
import { exceptionsOf, type PlanAction, wouldCircle } from '../../../../shared/domain/plan.ts';
import { addDays, IsoDate, IsoInstant } from '../../../../shared/domain/time.ts';
import { anAction as aPlanAction } from '../../../support/plan-builders.ts';

const day = IsoDate.parse('2026-11-24');
const id = (text: string) => RowId.parse(text);

const anAction = (own: Partial<PlanAction> = {}): PlanAction =>
  aPlanAction({ ownerId: 'p' as PlanAction['ownerId'], dueOn: addDays(day, 10), ...own });
const whyOf = (action: PlanAction, others: readonly PlanAction[] = [], updates = [] as never[]) =>
  exceptionsOf(action, { actions: [action, ...others], updates }, day);

describe('exceptionsOf', () => {
  it('has nothing to say of an action in good order', () => {
    expect(whyOf(anAction())).toEqual([]);
  });

  it('names what is overdue, red, without an owner, or waiting for something later', () => {
    const first = anAction({ id: id('b'), dueOn: addDays(day, 20) });

    expect(whyOf(anAction({ dueOn: addDays(day, -1) }))).toEqual(['overdue']);
    expect(whyOf(anAction({ rating: 'red', ownerId: null }))).toEqual(['rated-red', 'no-owner']);
    expect(whyOf(anAction({ dependsOnId: id('b') }), [first])).toEqual(['waits-for-another']);
    expect(whyOf(anAction({ dependsOnId: id('b') }), [{ ...first, state: 'done' }])).toEqual([]);
  });

  it('asks for news of what is under way after two weeks of silence', () => {
    const action = anAction({ state: 'under-way' });
    const heard = (at: string) => [
      {
        id: id('u'),
        actionId: action.id,
        at: IsoInstant.parse(at),
        text: 'Going well',
        rating: 'green' as const,
      },
    ];

    const of = (at: string) => exceptionsOf(action, { actions: [action], updates: heard(at) }, day);
    expect(of('2026-11-10T09:00:00.000Z')).toEqual([]);
    expect(of('2026-11-09T09:00:00.000Z')).toEqual(['nothing-reported']);
    expect(whyOf(action)).toEqual(['nothing-reported']);
  });

  it('never troubles a board with what is done or stopped', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('done' as const, 'stopped' as const),
        fc.constantFrom('none' as const, 'red' as const),
        fc.integer({ min: -400, max: 400 }),
        (state, rating, days) => {
          expect(whyOf(anAction({ state, rating, ownerId: null, dueOn: addDays(day, days) }))).toEqual([]);
        },
      ),
    );
  });
});

describe('wouldCircle', () => {
  it('lets through exactly the links that keep every chain of waiting finite', () => {
    const size = 6;
    const links = fc.array(fc.option(fc.integer({ min: 0, max: size - 1 }), { nil: null }), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(links, (wanted) => {
        // Each link is added only when it is let through, so no chain may ever come back to its start.
        const actions = wanted.map((_, at) => ({ id: id(String(at)), dependsOnId: null as RowId | null }));
        wanted.forEach((to, at) => {
          const action = actions[at];
          const target = to === null ? null : id(String(to));
          if (action && !wouldCircle(actions, action.id, target)) action.dependsOnId = target;
        });
        for (const { id: start } of actions) {
          let steps = 0;
          let at: RowId | null = start;
          while (at !== null && steps <= size) {
            at = actions.find((one) => one.id === at)?.dependsOnId ?? null;
            steps += 1;
          }
          expect(at).toBeNull();
        }
      }),
    );
  });

  it('refuses an action that would wait for itself', () => {
    expect(wouldCircle([{ id: id('a'), dependsOnId: null }], id('a'), id('a'))).toBe(true);
  });
});
