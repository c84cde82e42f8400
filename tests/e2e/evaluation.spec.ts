import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import mammoth from 'mammoth';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { lookAt } from '../support/look.ts';

test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
});
test.afterAll(() => launched.close());

test('the matrix sets what is strong beside what is not, and says from whom it was heard', async () => {
  const { window } = launched;
  await goTo(window, 'Feedback');
  await window.getByRole('radio', { name: 'Matrix' }).check({ force: true });
  const row = window.getByRole('row').filter({ hasText: 'Needs are found and assessed' });
  await row.getByRole('button', { name: /^Area for improvement/ }).click();

  const panel = window.getByRole('complementary', { name: 'Area for improvement' });
  await expect(panel.getByText(/^Not heard from/)).toBeVisible();
  await expect(panel.getByText('Assessment is more timely than a year ago', { exact: false })).toBeVisible();
  expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  await lookAt(launched, 'feedback-matrix');
});

test('a criterion is rated, with its reason, beside what was heard about it', async () => {
  const { window } = launched;
  await goTo(window, 'Evaluation');
  const row = window.getByRole('row').filter({ hasText: 'right help at the right time' });
  await row.getByRole('button').first().click();
  const dialog = window.getByRole('dialog', { name: /^E3/ });
  await dialog.getByLabel('Rating', { exact: true }).selectOption({ label: 'Green' });
  await dialog.getByLabel('Why this rating').fill('Nobody waits for a short break');
  await dialog.getByLabel('Notes for ourselves').fill('Therapies: our weak side');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Green');
});

test('the council’s and health’s own views stand side by side, and where they differ is said', async () => {
  const { window } = launched;
  await window.getByRole('tab', { name: 'Council and health' }).click();

  await expect(window.getByRole('row').filter({ hasText: 'They differ' })).toContainText('E1');
});

test('it leaves as a Word document without the notes for ourselves', async () => {
  const { window, folder, answerDialogs } = launched;
  const path = join(folder, 'sef.docx');
  await answerDialogs({ save: path });
  await window.getByRole('button', { name: 'Export', exact: true }).click();
  await window
    .getByRole('menuitem', { name: /^Word document/ })
    .first()
    .click();
  await expect(window.getByText('Saved the self-evaluation').first()).toBeVisible();

  const { value } = await mammoth.extractRawText({ buffer: await readFile(path) });
  expect(value).toContain('Nobody waits for a short break');
  expect(value).not.toContain('our weak side');
});

test('a version is kept for an audience and stays as it was', async () => {
  const { window } = launched;
  await window.getByRole('tab', { name: /^Versions/ }).click();
  await window.getByRole('button', { name: 'Keep a version...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Keep a version' });
  await dialog.getByLabel('Shown to').fill('Scrutiny committee');
  await dialog.getByRole('button', { name: 'Keep version' }).click();

  await expect(window.getByRole('row').filter({ hasText: 'Scrutiny committee' })).toContainText('2');
});
