import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseDocuments, type SelectionRows } from '../../../../../main/services/pack/select.ts';

type Link = {
  readonly evidenceId: string;
  readonly childId?: string;
  readonly checklistItemId?: string;
  readonly criterionId?: string;
  readonly meetingId?: string;
};

const nothing = { childId: null, checklistItemId: null, requestId: null, criterionId: null, meetingId: null };

function rows(titles: readonly string[], links: readonly Link[]): SelectionRows {
  return {
    items: titles.map((title) => ({ id: title, title })),
    links: links.map((link, at) => ({ id: `l${at}`, ...nothing, ...link })),
    checklist: [
      { id: 'first', childId: 'a', title: 'First' },
      { id: 'other', childId: 'b', title: 'Of another' },
      { id: 'second', childId: 'a', title: 'Second' },
    ],
    codes: new Map([
      ['a', 'A'],
      ['b', 'B'],
    ]),
    named: [],
    meetingId: null,
    ownChildId: 'a',
  } as unknown as SelectionRows;
}
const childA = { childId: 'a' } as never;
const titles = (given: SelectionRows, subject = childA) =>
  chooseDocuments(given, subject).map(({ item }) => item.title);

describe('chooseDocuments', () => {
  it('puts what answers the checklist first, in its order, and the rest by title as people count', () => {
    const given = rows(
      ['Letter 10', 'Letter 2', 'Plan', 'Review', 'Elsewhere'],
      [
        { evidenceId: 'Letter 10', childId: 'a' },
        { evidenceId: 'Letter 2', childId: 'a' },
        { evidenceId: 'Plan', checklistItemId: 'second' },
        { evidenceId: 'Review', checklistItemId: 'first' },
        { evidenceId: 'Elsewhere', checklistItemId: 'other' },
      ],
    );

    expect(titles(given)).toEqual(['Review', 'Plan', 'Letter 2', 'Letter 10']);
  });

  it('leaves what was made of a document out of the whole record', () => {
    const given = rows(['Plan', 'Plan, redacted'], []);
    const items = given.items.map((item, at) => ({ ...item, madeFromId: at === 0 ? null : 'Plan' }));

    expect(titles({ ...given, items } as never, { whole: true } as never)).toEqual(['Plan']);
  });

  it('takes a document once, under the first item that it answers', () => {
    const given = rows(
      ['Plan'],
      [
        { evidenceId: 'Plan', checklistItemId: 'second' },
        { evidenceId: 'Plan', childId: 'a' },
        { evidenceId: 'Plan', checklistItemId: 'first' },
      ],
    );

    expect(chooseDocuments(given, childA).map(({ answers }) => answers?.title)).toEqual(['First']);
  });

  it('says to whose files a document belongs too, itself or through a checklist', () => {
    const given = rows(
      ['Plan', 'Data'],
      [
        { evidenceId: 'Plan', childId: 'a' },
        { evidenceId: 'Plan', checklistItemId: 'other' },
        { evidenceId: 'Data', criterionId: 'k' },
        { evidenceId: 'Data', checklistItemId: 'first' },
        { evidenceId: 'Data', childId: 'b' },
      ],
    );

    expect(chooseDocuments(given, childA).map(({ item, alsoOf }) => [item.title, alsoOf])).toEqual([
      ['Data', ['B']],
      ['Plan', ['B']],
    ]);
    const ofNobody = { ...given, ownChildId: null };
    expect(chooseDocuments(ofNobody, { criterionId: 'k' } as never).map(({ alsoOf }) => alsoOf)).toEqual([
      ['A', 'B'],
    ]);
  });

  it('holds for a meeting its own documents, and the child’s where it is about one', () => {
    const given = rows(
      ['Plan', 'Agenda', 'Data'],
      [
        { evidenceId: 'Plan', childId: 'a' },
        { evidenceId: 'Agenda', meetingId: 'm' },
        { evidenceId: 'Data', meetingId: 'other' },
      ],
    );
    const meetingId = 'm' as NonNullable<SelectionRows['meetingId']>;
    const of = (rest: Partial<SelectionRows>) =>
      chooseDocuments({ ...given, meetingId, ...rest }, { meetingId }).map(({ item }) => item.title);

    expect(of({})).toEqual(['Agenda', 'Plan']);
    expect(of({ ownChildId: null })).toEqual(['Agenda']);
  });

  it('comes to the same whatever order the ties were made in', () => {
    const links: Link[] = [
      { evidenceId: 'Plan', checklistItemId: 'second' },
      { evidenceId: 'Plan', checklistItemId: 'first' },
      { evidenceId: 'Review', checklistItemId: 'first' },
      { evidenceId: 'Letter', childId: 'a' },
      { evidenceId: 'Letter', childId: 'b' },
    ];
    const all = ['Letter', 'Plan', 'Review'];
    const wanted = titles(rows(all, links));

    fc.assert(
      fc.property(fc.shuffledSubarray(links, { minLength: links.length }), (shuffled) => {
        expect(titles(rows(all, shuffled))).toEqual(wanted);
      }),
    );
  });
});
