import type { ConsentState } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import { readinessOf } from '../../../shared/domain/readiness.ts';
import { today } from '../../../shared/domain/time.ts';
import { listRows } from '../../db/table.ts';
import { checklistItems, children, consents } from '../../db/tables.ts';
import { consentPartyWords, consentStateWords } from '../child/facts.ts';
import type { Context } from '../context.ts';
import type { Register, RegisterReader } from './register.ts';

/** The tracked children by code, with how far each file is: no name, number, date of birth or address. */
export function childrenRegister({ db, clock }: Context): Register {
  const items = listRows(db, checklistItems);
  const answers = listRows(db, consents);
  const day = today(clock());
  return {
    title: 'Children',
    columns: [
      { head: 'Child', width: 10 },
      { head: 'Need', width: 22 },
      { head: 'SEND status', width: 14 },
      { head: 'Setting', width: 20 },
      { head: 'Parent or carer', width: 12 },
      { head: 'Young person', width: 12 },
      { head: 'Received', width: 0 },
      { head: 'Needed', width: 0 },
      { head: 'Missing', width: 5 },
      { head: 'Overdue', width: 5 },
    ],
    rows: listRows(db, children, {}, ['code']).map((child) => {
      const { consent, received, needed, asked, missing, overdue } = readinessOf(
        items.filter(({ childId }) => childId === child.id),
        answers.filter(({ childId }) => childId === child.id),
        day,
      );
      return [
        childLabel(child),
        child.need,
        child.sendStatus,
        child.setting,
        answer(consent.parent),
        answer(consent['young-person']),
        received,
        needed,
        missing + asked,
        overdue,
      ];
    }),
    notes: [],
  };
}

/** Standing alone it begins with a capital. */
const answer = (state: ConsentState): string =>
  consentStateWords[state].replace(/^./, (first) => first.toUpperCase());

/** Every asking and answer, the oldest first; for the partnership itself with who recorded it and what was noted. */
export function consentsRegister({ db }: Context, { isForOthers }: RegisterReader): Register {
  const codes = new Map(listRows(db, children).map((child) => [child.id, childLabel(child)]));
  return {
    title: 'Consents',
    columns: [
      { head: 'Child', width: 12 },
      { head: 'Who', width: 20 },
      { head: 'Answer', width: 18 },
      { head: 'When', width: isForOthers ? 50 : 16 },
      ...(isForOthers
        ? []
        : [
            { head: 'Recorded by', width: 16 },
            { head: 'Note', width: 18 },
          ]),
    ],
    rows: listRows(db, consents, {}, ['at']).map((one) => [
      codes.get(one.childId) ?? '',
      consentPartyWords[one.party],
      answer(one.state),
      { at: one.at },
      ...(isForOthers ? [] : [one.recordedBy, one.note]),
    ]),
    notes: [],
  };
}
