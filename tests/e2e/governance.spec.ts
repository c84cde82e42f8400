import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import mammoth from 'mammoth';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';

test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
});
test.afterAll(() => launched.close());

test('a board stands under the one it answers to, with its next meeting and its papers in the calendar', async () => {
  const { window } = launched;
  await goTo(window, 'Governance');
  await window.getByRole('tab', { name: /^Boards/ }).click();
  await window.getByRole('button', { name: 'Add board...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Add board' });
  await dialog.getByLabel('Board', { exact: true }).fill('Neurodiversity group');
  await dialog.getByLabel('Answers to').selectOption({ label: 'SEND partnership board' });
  await dialog.getByLabel(/^A day it meets/).fill('2 December 2026');
  await dialog.getByRole('combobox', { name: /^Person or role/ }).fill('Chair of the autism forum');
  await dialog.getByRole('button', { name: 'Add seat' }).click();
  await dialog.getByRole('checkbox', { name: /autism forum is in the chair/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Add board' }).click();

  const row = window.getByRole('row').filter({ hasText: 'Neurodiversity group' });
  await expect(row).toContainText('SEND partnership board');
  await expect(row).toContainText('Wednesday 2 December 2026');
  await expect(row).toContainText('Chair of the autism forum');
  await window.getByRole('tab', { name: /^Calendar/ }).click();
  await expect(
    window.getByRole('row').filter({ hasText: 'Papers for Neurodiversity group' }).first(),
  ).toContainText('Wednesday 25 November 2026');
});

test('a sign-off is signed by one of two until the other body has signed', async () => {
  const { window } = launched;
  await window.getByRole('tab', { name: /^Sign-off/ }).click();
  const row = window.getByRole('row').filter({ hasText: 'Self-evaluation 2026' });
  await expect(row).toContainText('Signed by one of two');
  await row.getByRole('button').first().click();
  const dialog = window.getByRole('dialog', { name: 'Sign-off' });
  await dialog.getByLabel('Initials of Integrated care board').fill('LM');
  await dialog.getByLabel('Date of Integrated care board').fill('24 November 2026');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(row).toContainText('Signed: version 1');
  await expect(row).not.toContainText('one of two');
});

test('a report leaves with every implication and without the notes for ourselves', async () => {
  const { window, folder, answerDialogs } = launched;
  await window.getByRole('tab', { name: /^Reports/ }).click();
  const path = join(folder, 'report.docx');
  await answerDialogs({ save: path });
  await window.getByRole('button', { name: /^Export “Corporate parenting/ }).click();
  await window.getByRole('menuitem', { name: /^Word document/ }).click();
  await expect(window.getByText('Saved the report').first()).toBeVisible();

  const { value } = await mammoth.extractRawText({ buffer: await readFile(path) });
  expect(value).toContain('Rights and data protection');
  expect(value).not.toContain('small numbers');
});

test('a survey counts its answers against what was hoped for', async () => {
  const { window } = launched;
  await goTo(window, 'Surveys and voice');
  const row = window.getByRole('row').filter({ hasText: 'Practitioners' });
  await expect(row).toContainText(/Open, (\d days? left|closes today)/);
  await row.getByRole('button').first().click();
  const dialog = window.getByRole('dialog', { name: 'Survey' });
  await dialog.getByLabel('Answers so far').fill('340');
  await dialog.getByRole('button', { name: 'Add line now' }).click();
  await expect(dialog.getByText('340 answers')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(row).toContainText('340 of 400 (85%)');
});

test('what an earlier review found and nobody answers is planned for in one press', async () => {
  const { window } = launched;
  await goTo(window, 'Actions');
  await window.getByRole('tab', { name: /^Findings/ }).click();
  await window.getByRole('button', { name: 'Add finding...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Add finding' });
  await dialog.getByLabel('What was found').fill('Share the dashboard with schools');
  await dialog.getByLabel('From', { exact: true }).selectOption({ label: 'Peer challenge' });
  await dialog.getByRole('button', { name: 'Add finding' }).click();
  await window.getByRole('tab', { name: /^Earlier/ }).click();
  await window.getByRole('button', { name: 'Add to the preparation plan' }).click();

  await expect(window.getByRole('button', { name: 'Add to the preparation plan' })).toBeHidden();
  await window.getByRole('tab', { name: /^Preparation/ }).click();
  await expect(
    window.getByRole('row').filter({ hasText: 'Show progress: Share the dashboard' }),
  ).toBeVisible();
});

test('the plan goes out to its owners as a workbook, and what they wrote comes back by reference', async () => {
  const { window, folder, answerDialogs } = launched;
  await window.getByRole('tab', { name: /^Action plan/ }).click();
  const path = join(folder, 'action-plan.xlsx');
  await answerDialogs({ save: path, open: [path] });
  await window.getByRole('button', { name: 'Export', exact: true }).click();
  await window.getByRole('menuitem', { name: /^Workbook/ }).click();
  await expect(window.getByText('Saved the workbook').first()).toBeVisible();
  await window.getByRole('button', { name: 'Import updates...' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check the rows' }).click();

  await expect(dialog).toContainText('The reference is the same');
  await expect(dialog).toContainText('here already');
  await expect(dialog.getByRole('radio', { name: 'Update' }).first()).toBeAttached();
  await window.keyboard.press('Escape');
  await window.getByRole('radio', { name: 'Last two weeks' }).check({ force: true });
  await expect(window.getByRole('table', { name: 'Last two weeks' })).toContainText(
    'The second trust has not signed',
  );
});
