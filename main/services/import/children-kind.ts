import type { Child } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { childIdentity } from '../../../shared/domain/import/duplicates.ts';
import {
  type ChildDraft,
  type ChildRow,
  childrenTarget,
} from '../../../shared/domain/import/target-children.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { countRows, getRow, listRows } from '../../db/table.ts';
import { childNames, children, meetings } from '../../db/tables.ts';
import { updateRow } from '../../db/write.ts';
import { addChildRows } from '../add-child.ts';
import { countSentence, filled, type ImportKind, type KnownRecord } from './kind.ts';

/** Rows of a cohort list; the few that the user chooses become tracked children, in the order chosen. */
export const childrenKind: ImportKind<ChildDraft, ChildRow> = {
  target: childrenTarget,
  identity: childIdentity,
  noun: { one: 'child', many: 'children' },
  isAboutChildren: true,
  known: knownChildren,
  show: ({ dateOfBirth, lastAnnualReview, ...values }) =>
    filled({
      ...values,
      dateOfBirth: dateOfBirth && formatDate(dateOfBirth),
      lastAnnualReview: lastAnnualReview && formatDate(lastAnnualReview),
    }),
  label: () => '',
  refuse: () => null,
  observe:
    () =>
    ({ values }) =>
      values.surname && values.forename
        ? []
        : ['The list gives no full name. Type it on the child’s page, so that papers can be checked for it.'],
  put: (ctx, tx, { toAdd, toChange }) => {
    const waiting = countRows(tx, meetings, { childId: null });
    for (const { values } of toAdd) {
      addChildRows(ctx, tx, {
        forename: values.forename ?? '',
        surname: values.surname ?? '',
        knownAs: '',
        dateOfBirth: values.dateOfBirth,
        lastAnnualReview: values.lastAnnualReview,
        ...textsOf(values),
        uniqueId: values.uniqueId ?? '',
        address: '',
        notes: '',
      });
    }
    for (const { id, values } of toChange) {
      const kept = getRow(tx, children, id as ChildId);
      updateRow(tx, children, kept.id, {
        ...textsOf(values),
        dateOfBirth: kept.dateOfBirth ?? values.dateOfBirth,
        lastAnnualReview: kept.lastAnnualReview ?? values.lastAnnualReview,
      });
    }
    return linkNotes(waiting - countRows(tx, meetings, { childId: null }));
  },
};

/** Adding a child ties meetings that were there before, called after "child 1" or "child A", to the child of that code. */
function linkNotes(linked: number): readonly string[] {
  if (linked === 0) return [];
  return [
    ...countSentence(linked, { one: 'meeting', many: 'meetings' }, 'linked by number or letter'),
    'Check that child 1 is Child A, and so on.',
  ];
}

type ChildTexts = Pick<
  Child,
  'upn' | 'nhsNumber' | 'postcode' | 'need' | 'sendStatus' | 'setting' | 'socialCareStatus'
>;

function textsOf(values: ChildRow): ChildTexts {
  return {
    upn: values.upn ?? '',
    nhsNumber: values.nhsNumber ?? '',
    postcode: values.postcode ?? '',
    need: values.need ?? '',
    sendStatus: values.sendStatus ?? '',
    setting: values.setting ?? '',
    socialCareStatus: values.socialCareStatus ?? '',
  };
}

function knownChildren(db: ReadableDb): readonly KnownRecord<ChildRow>[] {
  const names = new Map(listRows(db, childNames).map((name) => [name.childId, name]));
  return listRows(db, children).map((child) => ({
    ref: { from: 'existing', id: child.id },
    label: childLabel(child),
    values: {
      uniqueId: null,
      surname: names.get(child.id)?.surname ?? null,
      forename: names.get(child.id)?.forename ?? null,
      dateOfBirth: child.dateOfBirth,
      lastAnnualReview: child.lastAnnualReview,
      upn: child.upn || null,
      nhsNumber: child.nhsNumber.replace(/[\s-]/g, '') || null,
      postcode: child.postcode || null,
      need: child.need || null,
      sendStatus: child.sendStatus || null,
      setting: child.setting || null,
      socialCareStatus: child.socialCareStatus || null,
    },
  }));
}
