import { assertNever } from '../../../shared/assert.ts';
import type {
  ChecklistItem,
  ChecklistState,
  ConsentParty,
  ConsentState,
  DocumentStage,
  ThirdPartyCheck,
} from '../../../shared/domain/child.ts';
import { counted } from '../../../shared/domain/counted.ts';
import { type IsoDate, type IsoInstant, londonWallTime } from '../../../shared/domain/time.ts';
import { formatDayMonth, formatTime } from '../../../shared/domain/time-words.ts';
import type { Status } from '../../ui/StatusMark.tsx';

/** A state as its mark and its words, the same wherever it is shown. */
export type Look = { readonly status: Status; readonly words: string };

export const partyLabels: Readonly<Record<ConsentParty, string>> = {
  parent: 'Parent or carer',
  'young-person': 'Young person',
};

export const consentLooks: Readonly<Record<ConsentState, Look>> = {
  'not-asked': { status: 'none', words: 'not asked yet' },
  asked: { status: 'warn', words: 'not answered' },
  given: { status: 'ok', words: 'given' },
  refused: { status: 'bad', words: 'refused' },
  withdrawn: { status: 'bad', words: 'withdrawn' },
};

export const checklistLooks: Readonly<Record<ChecklistState, Look>> = {
  missing: { status: 'none', words: 'Missing' },
  asked: { status: 'waiting', words: 'Asked' },
  received: { status: 'ok', words: 'Received' },
  'not-applicable': { status: 'not-applicable', words: 'Not applicable' },
};

export const stageLabels: Readonly<Record<DocumentStage, string>> = {
  'not-said': 'Not said',
  draft: 'Draft',
  final: 'Final',
};

export const thirdPartyLabels: Readonly<Record<ThirdPartyCheck, string>> = {
  'not-checked': 'Not checked yet',
  clear: 'Checked, nobody else named',
  'to-redact': 'Others named, to be redacted',
  redacted: 'Redacted',
};

/** "Final, version 2, came 20 Nov, approved by M Osei": what is known of a document that came. */
export function receiptWords(item: ChecklistItem, nameOf: (text: string) => string): string {
  if (item.state !== 'received') return '';
  return [
    item.stage === 'not-said' ? '' : stageLabels[item.stage],
    item.version && (/^v/i.test(item.version) ? item.version : `version ${item.version}`),
    item.receivedOn && `came ${formatDayMonth(item.receivedOn)}`,
    item.thirdPartyCheck === 'not-checked' ? '' : thirdPartyLabels[item.thirdPartyCheck].toLowerCase(),
    item.approvedBy && `approved by ${nameOf(item.approvedBy)}`,
  ]
    .filter(Boolean)
    .join(', ')
    .replace(/^./, (letter) => letter.toUpperCase());
}

/** "no meetings", "1 meeting", "3 meetings". */
export const countWords = (count: number, what: 'meeting' | 'document'): string =>
  count === 0 ? `no ${what}s` : counted(count, what);

/** Whether somebody still has to do something about the item. */
export function isOpenItem(item: Pick<ChecklistItem, 'state'>): boolean {
  return item.state === 'missing' || item.state === 'asked';
}

/** Whether an item was due before today and has still not come. */
export function isOverdueItem(item: Pick<ChecklistItem, 'state' | 'dueOn'>, today: IsoDate): boolean {
  return isOpenItem(item) && item.dueOn !== null && item.dueOn < today;
}

/** How an item stands today: its state, or that it is overdue. */
export function itemLook(item: Pick<ChecklistItem, 'state' | 'dueOn'>, today: IsoDate): Look {
  return isOverdueItem(item, today) ? { status: 'bad', words: 'Overdue' } : checklistLooks[item.state];
}

/** Both parties' consent in one mark, what stops us first. */
export function consentSummary(consent: Readonly<Record<ConsentParty, ConsentState>>): Look {
  const entries = Object.entries(consent) as readonly (readonly [ConsentParty, ConsentState])[];
  const whoIs = (state: ConsentState) => entries.find(([, own]) => own === state)?.[0];
  for (const stop of ['withdrawn', 'refused'] as const) {
    const party = whoIs(stop);
    if (party)
      return { status: 'bad', words: `${partyLabels[party]} ${stop === 'refused' ? 'refused' : 'withdrew'}` };
  }
  if (whoIs('given')) {
    const waiting = whoIs('asked');
    return waiting
      ? { status: 'warn', words: `${partyLabels[waiting]} has not answered` }
      : { status: 'ok', words: 'Consent given' };
  }
  return whoIs('asked')
    ? { status: 'warn', words: 'Asked, not answered' }
    : { status: 'none', words: 'Not asked yet' };
}

/** "Today", "Tomorrow" or "20 Nov". */
export function dayWords(day: IsoDate, today: IsoDate): string {
  return day === today ? 'Today' : formatDayMonth(day);
}

/** "19 Nov, 11:05am" on a London clock. */
export function momentWords(at: IsoInstant, clock: '12' | '24'): string {
  const { date, minutes } = londonWallTime(at);
  return `${formatDayMonth(date)}, ${formatTime(minutes, clock)}`;
}

/** The state a button would give an item, in the words of that button. */
export function actionWords(state: ChecklistState): string {
  switch (state) {
    case 'asked':
      return 'Ask';
    case 'received':
      return 'Mark as received';
    case 'missing':
      return 'Mark as missing';
    case 'not-applicable':
      return 'Not applicable...';
    default:
      return assertNever(state, 'every state can be chosen');
  }
}
