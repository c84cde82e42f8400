import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { lookAt, seriousFindings, setTheme } from '../support/look.ts';

/** Every dialog, opened by the keys from where it is offered, on the sample: where the cursor is, what axe says, and where Esc leads. */
type DialogCase = {
  readonly title: string | RegExp;
  readonly role?: 'dialog' | 'alertdialog';
  /** The view and the tab of it that offers the dialog; nowhere for one that opens over any view. */
  readonly on?: string;
  readonly tab?: string | RegExp;
  /** What opens it, and the menu entry where that is a menu. */
  readonly opener: (window: Page) => Locator;
  readonly entry?: string | RegExp;
  /** Presses further buttons on the way to the dialog. */
  readonly before?: (window: Page) => Promise<unknown>;
  /** The field, or the way out, that has the cursor at first; null where there is none and the dialog itself has it. */
  readonly first: string | RegExp | null;
  /** Closes what was opened on the way. */
  readonly after?: (window: Page) => Promise<unknown>;
  /** Looked at in dark and at 400% zoom as well. */
  readonly isComplex?: boolean;
};

const button = (name: string | RegExp) => (window: Page) =>
  window.getByRole('main').getByRole('button', { name, exact: true }).first();
const firstRow = (label: string) => (window: Page) =>
  window.getByRole('table', { name: label }).locator('.table-open').first();

const openChild = async (window: Page) => {
  const rows = window.getByRole('table', { name: 'Tracked children' });
  await rows.getByRole('button', { name: 'Child C' }).click();
  await window.getByRole('region', { name: 'Consent' }).waitFor();
};
const openDocument = async (window: Page) => {
  await window.getByRole('list', { name: 'Documents' }).getByRole('button').first().click();
  await button('Link to...')(window).waitFor();
};
const card = (window: Page) => window.getByRole('gridcell', { name: /^Child B tracking meeting\./ }).first();

const publishOnce = async (window: Page) => {
  await button('Publish version 1...')(window).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Publish version 1' }).click();
  await button('Actions for version 1')(window).waitFor();
};

const children = { on: 'Children', before: openChild };
const evidence = { on: 'Evidence', before: openDocument };
const timetable = { on: 'Timetable', tab: /Tuesday 24 November/ };
const people = 'People and places';

const dialogs: readonly DialogCase[] = [
  {
    title: 'Search or do anything',
    opener: (window) => window.getByRole('button', { name: /Search or do anything/ }),
    first: 'Search or do anything',
    isComplex: true,
  },
  {
    title: 'Log feedback',
    opener: (window) => window.getByRole('button', { name: /^Log feedback/ }).first(),
    first: 'What was said',
    isComplex: true,
  },
  {
    title: 'Save as a recipe',
    on: 'Packs',
    opener: button('Save as a recipe...'),
    first: 'Name of the recipe',
  },
  {
    title: 'Ask for what is missing',
    on: 'Children',
    opener: button('Ask for what is missing...'),
    first: null,
    isComplex: true,
  },
  { title: 'Export a list', on: 'Children', opener: button('Export...'), first: 'List' },
  { title: 'Add meeting', ...timetable, opener: button('Add meeting'), first: 'Title', isComplex: true },
  { title: 'Edit meeting', ...timetable, opener: card, first: 'Title' },
  {
    title: 'Who is free',
    ...timetable,
    opener: button('More'),
    entry: 'Who is free...',
    first: 'Day',
    isComplex: true,
  },
  { title: 'Add block', ...timetable, opener: button('More'), entry: 'Add block...', first: 'What it is' },
  {
    title: 'Export the timetable',
    ...timetable,
    opener: button('More'),
    entry: 'Export...',
    first: /^PDF/,
  },
  {
    title: 'Place all',
    ...timetable,
    opener: (window) => window.getByRole('complementary').getByRole('button', { name: 'Place all...' }),
    first: 'Leave time for lunch',
  },
  {
    title: 'Add several meetings',
    ...timetable,
    opener: button('More'),
    entry: 'Add several meetings...',
    first: 'One meeting on each line',
  },
  {
    title: 'Running late',
    ...timetable,
    opener: button('More'),
    entry: 'Running late...',
    first: 'Strand',
    isComplex: true,
  },
  { title: 'Copy a day', ...timetable, opener: button('More'), entry: 'Copy a day...', first: 'From' },
  {
    title: 'Move together',
    ...timetable,
    before: async (window) => {
      await card(window).focus();
      await window.keyboard.press('Control+Space');
    },
    opener: button('Move together...'),
    first: 'Minutes',
  },
  {
    title: 'Swap two meetings',
    ...timetable,
    before: (window) => card(window).click(),
    opener: (window) =>
      window
        .getByRole('complementary')
        .getByRole('button', { name: /^Actions for / })
        .first(),
    entry: 'Swap with...',
    first: 'Swap with',
  },
  {
    title: 'Move meeting',
    ...timetable,
    before: (window) => card(window).click(),
    opener: (window) => window.getByRole('complementary').getByRole('button', { name: 'Move...' }),
    first: 'Day',
  },
  {
    title: 'Remove this meeting?',
    role: 'alertdialog',
    ...timetable,
    before: (window) => card(window).click(),
    opener: (window) =>
      window
        .getByRole('complementary')
        .getByRole('button', { name: /^Actions for / })
        .first(),
    entry: 'Remove...',
    first: 'Cancel',
  },
  {
    title: 'Acknowledge clash',
    ...timetable,
    before: (window) => card(window).click(),
    opener: (window) =>
      window
        .getByRole('complementary')
        .getByRole('button', { name: /^Acknowledge\.\.\./ })
        .first(),
    first: 'Reason',
  },
  {
    title: 'Publish version 1',
    on: 'Versions',
    opener: button('Publish version 1...'),
    first: 'Note (optional)',
    isComplex: true,
  },
  {
    title: 'Restore version 1?',
    role: 'alertdialog',
    on: 'Versions',
    before: publishOnce,
    opener: button('Actions for version 1'),
    entry: 'Restore...',
    first: 'Cancel',
  },
  {
    title: 'How it went',
    ...timetable,
    before: (window) => card(window).click(),
    opener: (window) => window.getByRole('complementary').getByRole('button', { name: 'How it went...' }),
    first: 'Still to come',
  },
  {
    title: 'Who depends on Grace Oyelaran?',
    on: people,
    tab: /^People/,
    before: (window) => window.getByRole('button', { name: /^Grace Oyelaran/ }).click(),
    opener: (window) => window.getByRole('dialog').getByRole('button', { name: /what depends on them/ }),
    first: 'Away from',
    isComplex: true,
    after: (window) => window.keyboard.press('Escape'),
  },
  { title: 'Add person', on: people, tab: /^People/, opener: button('Add person...'), first: 'Name' },
  { title: 'Details of this person', on: people, opener: firstRow('People'), first: 'Name' },
  {
    title: /^Import people/,
    on: people,
    before: () => giveSpreadsheet(),
    opener: button('Import from a spreadsheet...'),
    first: null,
    isComplex: true,
  },
  {
    title: 'Paste people from an e-mail',
    on: people,
    opener: button('Paste from an e-mail...'),
    first: /./,
  },
  {
    title: /^Check availability notes/,
    on: people,
    tab: /^People/,
    opener: button(/^Check (it|them)\.\.\.$/),
    first: /^What .+ means$/,
    isComplex: true,
  },
  {
    title: /^Import calendars/,
    on: people,
    tab: /^People/,
    before: () => giveCalendar(),
    opener: button('Import calendars...'),
    first: /^Whose calendar/,
    isComplex: true,
  },
  { title: 'Add strand', on: people, tab: /strands/, opener: button('Add strand...'), first: 'Name' },
  {
    title: 'Change strand',
    on: people,
    tab: /strands/,
    opener: button(/^Change /),
    first: 'Name',
  },
  { title: 'Add place', on: people, tab: /^Places/, opener: button('Add place...'), first: 'Room or link' },
  {
    title: 'Details of this place',
    on: people,
    tab: /^Places/,
    opener: firstRow('Places'),
    first: 'Room or link',
  },
  {
    title: 'Add organisation',
    on: people,
    tab: /^Organisations/,
    opener: button('Add organisation...'),
    first: 'Name',
  },
  {
    title: 'Details of this organisation',
    on: people,
    tab: /^Organisations/,
    opener: firstRow('Organisations'),
    first: 'Name',
  },
  {
    title: 'Add child',
    on: 'Children',
    opener: button('Add child...'),
    first: 'First name',
    isComplex: true,
  },
  {
    title: /^Details of Child C/,
    ...children,
    opener: button('More for Child C'),
    entry: 'Edit details...',
    first: 'First name',
  },
  { title: 'Record consent', ...children, opener: button('Record answer...'), first: /./ },
  { title: 'Withdraw consent', ...children, opener: button('Withdraw...'), first: /./ },
  { title: 'Consent, step by step', ...children, opener: button(/^History, /), first: null },
  {
    title: 'Add document',
    ...children,
    opener: (window) => window.locator('[data-checklist]').getByRole('button', { name: 'Add', exact: true }),
    first: 'Document',
  },
  {
    title: 'Edit document',
    ...children,
    opener: button(/^Actions for /),
    entry: 'Edit...',
    first: 'Document',
  },
  {
    title: 'Not applicable',
    ...children,
    opener: button(/^Actions for /),
    entry: 'Not applicable...',
    first: 'Why it does not apply',
  },
  {
    title: 'Add agency',
    ...children,
    opener: (window) =>
      window
        .getByRole('region', { name: 'Round the child' })
        .getByRole('button', { name: 'Add', exact: true }),
    first: 'Agency or team',
  },
  {
    title: /^Remove Child C\?/,
    role: 'alertdialog',
    ...children,
    opener: button('More for Child C'),
    entry: 'Remove child...',
    first: 'Cancel',
  },
  { title: 'Add many requests', on: 'Requests', opener: button('Add many...'), first: 'E-mail or list' },
  { title: 'Add request', on: 'Requests', opener: button(/^Add request/), first: 'What is asked for' },
  {
    title: /^Request /,
    on: 'Requests',
    opener: firstRow('Requests'),
    first: 'What is asked for',
    isComplex: true,
  },
  { title: 'Link to', ...evidence, opener: button('Link to...'), first: /^Child, checklist line/ },
  {
    title: 'Edit details',
    ...evidence,
    opener: button(/^More for /),
    entry: 'Edit details...',
    first: 'Title',
  },
  { title: 'Removed documents', ...evidence, opener: button('Removed documents'), first: null },
  {
    title: 'Edit feedback',
    on: 'Feedback',
    opener: button(/^Actions for the entry/),
    entry: /^Edit/,
    first: 'What was said',
  },
  {
    title: /^E1/,
    on: 'Evaluation',
    opener: firstRow('Self-evaluation'),
    first: 'Partnership',
    isComplex: true,
  },
  {
    title: 'Add contribution',
    on: 'Evaluation',
    tab: /^Contributions/,
    opener: button('Add contribution...'),
    first: 'What was said',
  },
  {
    title: 'Add change',
    on: 'Evaluation',
    tab: /^Impact/,
    opener: button('Add change...'),
    first: 'What is different for children',
  },
  {
    title: 'Keep a version',
    on: 'Evaluation',
    tab: /^Versions/,
    opener: button('Keep a version...'),
    first: 'Shown to',
  },
  {
    title: 'Keep-in-touch note',
    on: 'Feedback',
    opener: button('Keep-in-touch note...'),
    first: 'Day',
    isComplex: true,
  },
  { title: 'Add action', on: 'Actions', opener: button('Add action...'), first: 'What will be done' },
  {
    title: 'Add finding',
    on: 'Actions',
    tab: /^Findings/,
    opener: button('Add finding...'),
    first: 'What was found',
  },
  {
    title: 'Add point',
    on: 'Actions',
    tab: /^Factual/,
    opener: button('Add point...'),
    first: 'Paragraph',
  },
  {
    title: 'Add review',
    on: 'Actions',
    tab: /^Earlier/,
    opener: button('Add review...'),
    first: 'Which',
  },
  {
    title: 'Add board',
    on: 'Governance',
    tab: /^Boards/,
    opener: button('Add board...'),
    first: 'Board',
    isComplex: true,
  },
  {
    title: 'Add report',
    on: 'Governance',
    tab: /^Reports/,
    opener: button('Add report...'),
    first: 'Title',
    isComplex: true,
  },
  {
    title: 'Add briefing',
    on: 'Governance',
    tab: /^Members/,
    opener: button('Add briefing...'),
    first: 'Kind',
  },
  {
    title: 'Add sign-off',
    on: 'Governance',
    tab: /^Sign-off/,
    opener: button('Add sign-off...'),
    first: 'What is signed',
    isComplex: true,
  },
  {
    title: 'Add resource',
    on: 'Governance',
    tab: /^Resources/,
    opener: button('Add resource...'),
    first: 'What',
  },
  {
    title: 'Add priority',
    on: 'Governance',
    tab: /^Resources/,
    opener: button('Add priority...'),
    first: 'Priority, strategy or programme',
  },
  {
    title: 'Survey',
    on: 'Surveys and voice',
    opener: firstRow('Surveys'),
    first: 'Survey',
    isComplex: true,
  },
  {
    title: 'Add record',
    on: 'Surveys and voice',
    tab: /^Consultations/,
    opener: button('Add record...'),
    first: 'What',
  },
  { title: 'Change the engagement', on: 'Dates', opener: button(/^Change/), first: 'Title' },
  { title: 'Readiness', on: 'Dates', opener: firstRow('Phases'), first: 'Phase' },
  { title: 'Add phase', on: 'Dates', opener: button('Add phase...'), first: 'Phase' },
  { title: 'Record the outcome', on: 'After', opener: button('Record outcome...'), first: 'It ended in' },
  { title: 'It is published', on: 'After', opener: button('It is published...'), first: 'Published on' },
  {
    title: 'Add audience',
    on: 'After',
    tab: /^Final feedback/,
    opener: button('Add audience...'),
    first: 'Audience',
    isComplex: true,
  },
  {
    title: 'Add lesson',
    on: 'After',
    tab: /^Lessons/,
    opener: button('Add lesson...'),
    first: 'What we learnt',
  },
  { title: 'Add deadline', on: 'Dates', opener: button('Add deadline...'), first: 'What' },
  { title: /./, on: 'Dates', opener: firstRow('Deadlines and follow-ups'), first: 'What' },
  {
    title: 'Add criterion',
    on: 'Dates',
    tab: /^(Lines|Criteria)/,
    opener: button('Add criterion...'),
    first: 'What it asks',
  },
  { title: 'Add item', on: 'Dates', tab: /checklist/, opener: button('Add item...'), first: 'Document' },
  {
    title: 'Save the recovery sheet',
    on: 'Settings',
    opener: button(/^Save the recovery sheet/),
    first: 'Passphrase',
  },
  {
    title: 'Change the passphrase',
    on: 'Settings',
    opener: button(/^Change the passphrase/),
    first: 'Passphrase now',
  },
  {
    title: 'Hand over a copy',
    on: 'Settings',
    opener: button('Hand over a copy...'),
    first: 'Who it is for',
    isComplex: true,
  },
  {
    title: 'Bring back a copy',
    on: 'Settings',
    opener: button('Bring back a copy...'),
    first: 'Passphrase of the copy',
  },
];

let launched: LaunchedApp;
let window: Page;

test.beforeAll(async () => {
  launched = await launchApp();
  window = launched.window;
  await setTheme(launched, 'light');
  // What is still fading in has too little contrast.
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await launched.answerDialogs({});
});
test.afterAll(() => launched.close());

test('New engagement has the cursor in its first field and is accessible', async () => {
  await check({ title: 'New engagement', opener: button(/New engagement/), first: 'Kind', isComplex: true });
});

for (const dialog of dialogs) {
  const { title, on } = dialog;
  test(`${typeof title === 'string' ? title : `“${title.source}”`}${on ? ` on ${on}` : ''} has the cursor in its first field, is accessible, and Esc leads back`, async () => {
    if (await button(/Look round the sample/)(window).isVisible()) await openSample(launched);
    await check(dialog);
  });
}

async function check({
  title,
  role = 'dialog',
  on,
  tab,
  opener,
  entry,
  before,
  first,
  isComplex,
  after,
}: DialogCase) {
  if (on) await goTo(window, on);
  if (tab) await window.getByRole('tab', { name: tab }).click();
  if (before) await before(window);
  const from = opener(window);
  await from.press('Enter');
  if (entry) await window.getByRole('menuitem', { name: entry, exact: true }).press('Enter');

  const dialog = window.getByRole(role, { name: title });
  await expect(dialog).toBeVisible();
  if (first) await expect(dialog.locator(':focus')).toHaveAccessibleName(first);
  else expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  if (isComplex) await lookClosely(dialog);
  else expect.soft(await seriousFindings(window)).toEqual([]);

  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(from).toBeFocused();
  if (after) await after(window);
}

async function giveSpreadsheet() {
  const file = join(launched.folder, 'Contacts.csv');
  await writeFile(file, 'Name,Job title,Organisation\nPriya Shah,SENCO,Harbour Academy\n');
  await launched.answerDialogs({ open: [file] });
}

async function giveCalendar() {
  const file = join(launched.folder, 'Priya Shah.ics');
  await writeFile(file, 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nEND:VCALENDAR\r\n');
  await launched.answerDialogs({ open: [file] });
}

/** In dark, and at 400% zoom, where nothing in it may need scrolling sideways. */
async function lookClosely(dialog: Locator) {
  const name = `dialog-${((await dialog.getAttribute('aria-label')) ?? (await dialog.getByRole('heading').first().innerText())).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  await lookAt(launched, name, async () => expect.soft(await scrolledSideways(dialog), name).toEqual([]));
}

/** The parts of it that are wider than the room they have, where that can be scrolled. */
function scrolledSideways(dialog: Locator): Promise<readonly string[]> {
  return dialog.evaluate((element) =>
    [element, ...element.querySelectorAll('*')]
      .filter(
        (one) => one.scrollWidth > one.clientWidth && /auto|scroll/.test(getComputedStyle(one).overflowX),
      )
      .map((one) => one.className),
  );
}
