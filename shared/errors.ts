import { assertNever } from './assert.ts';

/** Every failure that a user can meet and do something about. */
export const errorCodes = [
  'vault/wrong-passphrase',
  'vault/not-a-lano-file',
  'vault/from-the-future',
  'vault/damaged',
  'vault/in-use',
  'vault/not-found',
  'vault/locked',
  'vault/weak-passphrase',
  'vault/bad-recovery-key',
  'vault/already-exists',
  'vault/cannot-remember',
  'backup/no-folder',
  'backup/not-one',
  'backup/busy',
  'hand-over/other-engagement',
  'hand-over/unsigned',
  'hand-over/nothing-open',
  'disk/full',
  'disk/cannot-write',
  'disk/cannot-read',
  'input/invalid',
  'record/not-found',
  'record/stale',
  'record/in-use',
  'undo/nothing',
  'undo/changed-since',
  'undo/list-gone',
  'import/not-a-table',
  'import/too-large',
  'import/empty',
  'import/password-protected',
  'import/nothing-chosen',
  'calendar/not-a-calendar',
  'calendar/too-large',
  'timetable/clash',
  'timetable/ends-before-it-starts',
  'timetable/outside-the-day',
  'evaluation/empty',
  'plan/empty',
  'template/not-one',
  'governance/empty',
  'governance/embargoed',
  'timetable/empty',
  'register/empty',
  'versions/nothing-changed',
  'evidence/empty',
  'evidence/too-large',
  'evidence/unknown-type',
  'evidence/password-protected',
  'evidence/unreadable',
  'evidence/duplicate',
  'evidence/cancelled',
  'evidence/locked-meanwhile',
  'child/consent-missing',
  'pack/nothing-to-export',
  'pack/consent-missing',
  'pack/names-another-child',
  'pack/not-redacted',
  'pack/cannot-print',
  'pack/not-empty',
  'pack/internal',
  'pack/not-a-pack',
  'pack/wrong-passphrase',
  'pack/zip-too-large',
  'pack/too-large-to-combine',
  'redaction/no-pages',
  'redaction/unchecked',
  'redaction/undecided',
  'app/unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** A failure as it crosses between the two processes: a code, plus words that complete its sentence. */
export type AppFailure = { readonly code: ErrorCode; readonly detail?: string };

/** An expected failure, thrown by services and turned into an `AppFailure` at the router. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string) {
    super(sentenceFor({ code, ...(detail === undefined ? {} : { detail }) }));
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** Says in plain words what happened and what to do about it. */
export function sentenceFor({ code, detail }: AppFailure): string {
  const more = detail ? ` ${detail}` : '';
  switch (code) {
    case 'vault/wrong-passphrase':
      return 'That passphrase does not open this file. Check capitals and spaces, or use the recovery sheet.';
    case 'vault/not-a-lano-file':
      return 'This is not a LANO Desk file. Choose a file that LANO Desk made; its name ends in .lano.';
    case 'vault/from-the-future':
      return 'This file was made by a newer version of LANO Desk. Update the app on this computer to open it.';
    case 'vault/damaged':
      return `This file is damaged and was left as it is. Open the newest backup instead.${more}`;
    case 'vault/in-use':
      return `This file is already open.${more} Close it there first.`;
    case 'vault/not-found':
      return 'The file is not where it was. It may have been moved, renamed or be on a drive that is not connected.';
    case 'vault/locked':
      return 'The engagement is locked. Unlock it to go on.';
    case 'vault/weak-passphrase':
      return `This passphrase is too easy to guess. Use four or more unrelated words.${more}`;
    case 'vault/bad-recovery-key':
      return 'That recovery key does not open this file. Check each group against the recovery sheet.';
    case 'vault/already-exists':
      return 'There is already a file of that name. Choose another name or folder.';
    case 'vault/cannot-remember':
      return 'This computer has no protected place for the key, so it cannot be remembered here. Use the passphrase each time.';
    case 'backup/no-folder':
      return 'No folder is chosen for backups. Choose one first: a USB stick or a network drive, say.';
    case 'backup/not-one':
      return 'This is not a backup that LANO Desk made. If it is an engagement, use “Open a file”.';
    case 'backup/busy':
      return 'A backup is being made just now. Try again in a minute.';
    case 'hand-over/other-engagement':
      return 'This file is of another engagement. Choose the copy that was handed over from this one. Nothing was changed.';
    case 'hand-over/unsigned':
      return 'These two copies parted under an older version of LANO Desk, which kept no account of it, so they cannot be brought together. Nothing was changed.';
    case 'hand-over/nothing-open':
      return 'The copy is no longer open. Choose it again.';
    case 'disk/full':
      return 'The disk is full. Nothing was changed. Free some space and try again.';
    case 'disk/cannot-write':
      return `The file could not be written.${more} Check that the folder exists and that you may write to it.`;
    case 'disk/cannot-read':
      return `The file could not be read. ${detail ?? 'Check that it still exists and that you may open it.'}`;
    case 'input/invalid':
      return detail ?? 'Something in the form is not right. Check the marked fields.';
    case 'record/not-found':
      return `That entry is no longer there. It may have been removed.${more}`;
    case 'record/stale':
      return 'That entry has changed since you saw it. Look at it again, then repeat your change.';
    case 'record/in-use':
      return `It cannot be removed while it is used.${more}`;
    case 'undo/nothing':
      return 'There is nothing to undo or redo.';
    case 'undo/changed-since':
      return 'This cannot be undone, because the same entry has been changed since.';
    case 'undo/list-gone':
      return 'This cannot be done again, because the children of its list are no longer remembered. Bring the copy back again instead.';
    case 'import/not-a-table':
      return `This file is not a spreadsheet that can be read.${more} Save it as .xlsx or .csv and try again.`;
    case 'import/too-large':
      return `This spreadsheet is too large to import.${more} Nothing was changed.`;
    case 'import/empty':
      return 'There is nothing in this spreadsheet to import.';
    case 'import/password-protected':
      return 'This workbook is protected by a password. Save a copy without the password and import that.';
    case 'import/nothing-chosen':
      return 'No row is chosen to import. Choose at least one row, or close the import.';
    case 'calendar/not-a-calendar':
      return 'This file is not a calendar that can be read. Save the calendar as .ics and try again.';
    case 'calendar/too-large':
      return 'This calendar is larger than 20 MB. Export fewer months of it and try again.';
    case 'timetable/clash':
      return detail ?? 'That time is taken. Choose another, or place it anyway and give a reason.';
    case 'timetable/ends-before-it-starts':
      return 'The meeting ends before it starts. Give an end time after the start.';
    case 'timetable/outside-the-day':
      return 'The meeting runs past midnight. Give a time within one day.';
    case 'template/not-one':
      return 'This is not a template that LANO Desk saved. Choose a file whose name ends in .lanotemplate.';
    case 'governance/empty':
      return 'There is nothing in it yet that may be shown to others.';
    case 'governance/embargoed':
      return 'This report is under embargo, so it cannot leave the app. Take the embargo off once the inspectors’ report is published.';
    case 'plan/empty':
      return 'There is nothing in it to save.';
    case 'evaluation/empty':
      return 'Nothing is said in the self-evaluation yet.';
    case 'timetable/empty':
      return 'Nothing is on the timetable for that time, so there is nothing to save. Schedule a meeting first.';
    case 'register/empty':
      return 'Nothing of this list may go out that way, so there is nothing to save.';
    case 'versions/nothing-changed':
      return `Nothing has changed since version ${detail ?? ''}, so there is nothing to publish or to save.`;
    case 'evidence/empty':
      return `This file is empty (0 bytes), so there is nothing to keep.${more}`;
    case 'evidence/too-large':
      return `This file is larger than 2 GB and cannot be kept inside the engagement.${more}`;
    case 'evidence/unknown-type':
      return `This kind of file cannot be kept as evidence.${more} Save it as PDF, Word, Excel, PowerPoint, image, e-mail or text.`;
    case 'evidence/password-protected':
      return `This document is protected by a password.${more} Ask for a copy without the password.`;
    case 'evidence/unreadable':
      return `This document is damaged or not what its name says.${more} Ask for a fresh copy.`;
    case 'evidence/duplicate':
      return `The very same file is already here.${more}`;
    case 'evidence/cancelled':
      return 'Stopped. Nothing was changed.';
    case 'evidence/locked-meanwhile':
      return 'The engagement was locked while files were being added, so none of them was kept. They are where they were: add them again.';
    case 'child/consent-missing':
      return `There is no consent for this child, so nothing about the child may be given.${more}`;
    case 'pack/nothing-to-export':
      return 'There is no document to put in this pack. Attach evidence first.';
    case 'pack/consent-missing':
      return `There is no consent for this child, so the pack was not made.${more}`;
    case 'pack/names-another-child':
      return `A document in this pack names another tracked child, so the pack was not made.${more}`;
    case 'pack/not-redacted':
      return `A document in this pack has to be redacted first.${more}`;
    case 'pack/cannot-print':
      return `A page could not be printed, so the pack was not made.${more}`;
    case 'pack/not-empty':
      return 'That folder already has files in it. Choose an empty folder or a new name.';
    case 'pack/internal':
      return `A document in this pack is not to leave as it is, so the pack was not made.${more}`;
    case 'pack/not-a-pack':
      return 'This is not a pack that LANO Desk made: it has no list of hashes that can be read, and the log knows none of its files.';
    case 'pack/wrong-passphrase':
      return 'That passphrase does not open this zip. Check each group of letters.';
    case 'pack/zip-too-large':
      return 'Another program has packed this zip again, and it is too large to be checked like that. Unpack it and check the folder.';
    case 'pack/too-large-to-combine':
      return 'These documents are too large for one PDF. Make the pack as a folder.';
    case 'redaction/no-pages':
      return `This document cannot be made into pages here. Save it as PDF with another program, add that, and choose it.${more}`;
    case 'redaction/unchecked':
      return 'The marks have not been checked as they are now. Have a second person look at them first.';
    case 'redaction/undecided':
      return `Something that has to go is neither marked nor left as it is.${more}`;
    case 'app/unexpected':
      return `Something went wrong inside LANO Desk. Nothing was changed.${detail ? ` Reference ${detail}.` : ''}`;
    default:
      return assertNever(code, 'every error code has a sentence');
  }
}
