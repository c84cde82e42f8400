import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { lookAt } from '../support/look.ts';

/** The sample is published, changed, published again and told; then compared, restored, and the restoring undone. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;
let window: Page;

test.beforeAll(async () => {
  launched = await launchApp();
  window = launched.window;
  await openSample(launched);
});
test.afterAll(() => launched.close());

const panel = () => window.getByRole('complementary');
const changes = () => window.getByRole('table', { name: 'What changed' });
const person = (name: string) => panel().getByRole('listitem').filter({ hasText: name });
const status = () => window.getByRole('contentinfo');

test('the first version goes out, and everybody in it has to be told', async () => {
  await goTo(window, 'Timetable');
  await window.getByRole('button', { name: 'Publish...' }).click();
  await expect(window.getByText('Nothing published yet')).toBeVisible();

  await window.getByRole('button', { name: 'Publish version 1...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Publish version 1' });
  await dialog.getByLabel('Note').fill('As agreed on Friday');
  await dialog.getByLabel('Your e-mail').fill('lano@aldermere.example');
  await dialog.getByRole('button', { name: 'Publish version 1' }).click();

  await expect(status().getByText('Version 1, nothing changed since')).toBeVisible();
  await expect(person('Hope Garrity').getByText(/Not told yet, \d/)).toBeVisible();
  await panel().getByRole('button', { name: 'Mark as told' }).first().click();
  await expect(panel().getByText('everybody is told')).toBeVisible();
});

test('what changes since is listed as it happens', async () => {
  await goTo(window, 'Timetable');
  await window.getByRole('tab', { name: /Monday 23 November/ }).click();
  await move('SENDIASS', (dialog) => dialog.getByLabel('Start').fill('2.30pm'));
  await move('Data and performance', async (dialog) => {
    await dialog.getByRole('combobox', { name: 'Place' }).fill('Room 1.08');
    await window.getByRole('option', { name: /Room 1\.08/ }).click();
  });
  await act('Social care and short breaks', 'Remove...');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove meeting' }).click();

  await expect(status().getByText('Draft: 3 changes since version 1')).toBeVisible();
  await goTo(window, 'Versions');
  await expect(changes().getByRole('row').filter({ hasText: 'SENDIASS' })).toContainText('Moved');
  await expect(changes().getByRole('row').filter({ hasText: 'Social care and short' })).toContainText(
    'Cancelled',
  );
  await expect(changes().getByRole('row').filter({ hasText: 'Data and perf' })).toContainText('Room changed');
});

test('the second version carries a reason for each change, and says what to tell whom', async () => {
  await window.getByRole('button', { name: 'Publish version 2...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Publish version 2' });
  await dialog.getByLabel('Reason for all changes').fill('The lead inspector asked');
  await dialog.getByLabel('SENDIASS').fill('Hope Garrity’s train is late');
  await lookAt(launched, 'versions-publish');
  await dialog.getByRole('button', { name: 'Publish version 2' }).click();

  await expect(status().getByText('Version 2, nothing changed since')).toBeVisible();
  await expect(person('Hope Garrity').getByText(/Told version 1 on .*, 1 moved since/)).toBeVisible();
  await panel().getByRole('button', { name: 'Message to Hope Garrity' }).click();
  const message = person('Hope Garrity');
  await expect(message).toContainText('Was: Monday 23 November 2026, 3:15pm to 4pm, Room 1.10');
  await expect(message).toContainText('Now: Monday 23 November 2026, 2:30pm to 3:15pm, Room 1.10');
  await expect(message).toContainText('Reason: Hope Garrity’s train is late');
  await lookAt(launched, 'versions-told');
  await message.getByRole('button', { name: /^Cop/ }).click();
  expect(await launched.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Moved: SENDIASS');
});

test('messages and calendar files are saved, and whoever is told stays told', async () => {
  await launched.answerDialogs({ folder: launched.folder, save: join(launched.folder, 'hope.eml') });
  await window.getByRole('button', { name: 'Save calendar files...' }).click();
  await expect(window.getByText('Saved 3 calendar files').first()).toBeVisible();
  const folder = join(launched.folder, 'Timetable version 2 calendar files');
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const read = (name: string) => files.map((text) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]);
  expect(read('METHOD').map((line) => line?.trim())).toEqual(['CANCEL', 'REQUEST', 'REQUEST']);
  expect(read('SEQUENCE').map((line) => line?.trim())).toEqual(['1', '1', '1']);

  await person('Hope Garrity').getByRole('button', { name: 'Save .eml...' }).click();
  await expect(window.getByText('Saved 1 message').first()).toBeVisible();
  expect(readFileSync(join(launched.folder, 'hope.eml'), 'utf8')).toContain('X-Unsent: 1');
  await person('Hope Garrity').getByRole('button', { name: 'Mark as told' }).click();
  await panel()
    .getByRole('button', { name: /all there is to know/ })
    .click();
  await expect(person('Hope Garrity').getByText(/Told version 2 on .*, nothing changed since/)).toBeVisible();
});

test('any two versions are compared, and one is restored and taken back', async () => {
  await window.getByLabel('From').selectOption({ label: 'Before anything was published' });
  await window.getByLabel('To', { exact: true }).selectOption({ index: 2 });
  await expect(changes().getByRole('row').filter({ hasText: 'SENDIASS' })).toContainText('New');

  await window.getByRole('button', { name: 'Actions for version 1' }).click();
  await window.getByRole('menuitem', { name: 'Restore...' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Restore version 1' }).click();
  await expect(status().getByText('Draft: 3 changes since version 2')).toBeVisible();
  await window.getByRole('button', { name: 'Actions for version 1' }).click();
  await window.getByRole('menuitem', { name: 'Compare with the draft' }).click();
  await expect(changes()).toBeHidden();

  await window.keyboard.press('Control+z');
  await expect(status().getByText('Version 2, nothing changed since')).toBeVisible();
});

test('with names as codes no name is on the page', async () => {
  await window.getByLabel('From').selectOption({ index: 1 });
  await window.getByLabel('To', { exact: true }).selectOption({ index: 1 });
  await window.getByRole('button', { name: 'Names as codes' }).click();
  await expect(window.getByRole('main').getByText(/Osei|Garrity|Deshpande/)).toHaveCount(0);
  await window.getByRole('button', { name: 'Names as codes' }).click();
});

async function act(meeting: string, entry: string): Promise<void> {
  const card = window.getByRole('gridcell', { name: new RegExp(`^${meeting}\\.`) }).first();
  await card.hover();
  await window
    .getByRole('button', { name: `Actions for ${meeting}` })
    .first()
    .click();
  await window.getByRole('menuitem', { name: entry, exact: true }).click();
}

async function move(meeting: string, change: (dialog: ReturnType<Page['getByRole']>) => Promise<unknown>) {
  await act(meeting, 'Move...');
  const dialog = window.getByRole('dialog', { name: 'Move meeting' });
  await change(dialog);
  await dialog.getByRole('button', { name: 'Move meeting' }).click();
  await expect(dialog).toBeHidden();
}
