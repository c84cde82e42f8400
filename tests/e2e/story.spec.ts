import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  createEngagement,
  goTo,
  importTheWeek,
  journeyPassphrase,
  lock,
  logFeedback,
  recordConsent,
  trackChildren,
  unlock,
} from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { makeDocx, makePdf } from '../support/make-documents.ts';
import { makeSpreadsheets, type Spreadsheets } from '../support/make-spreadsheets.ts';

/** A LANO's small week, from the phone call to a pack, told in order: each step begins where the last one ended. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;
let files: Spreadsheets;

test.beforeAll(async () => {
  launched = await launchApp();
  files = await makeSpreadsheets(join(launched.folder, 'in'));
});
test.afterAll(() => launched.close());

test('the phone rings: one date gives every phase and deadline', async () => {
  const { window, folder } = launched;
  await expect(window.getByText('Run the inspection week from one place')).toBeVisible();

  await createEngagement(launched, {
    kind: 'Area SEND full inspection',
    council: 'Aldermere',
    date: 'Monday 9 November 2026',
    path: join(folder, 'Week.lano'),
  });

  await expect(window.getByRole('button', { name: 'Import the contact list...' })).toBeVisible();
  await goTo(window, 'Dates');
  const phases = window.getByRole('table', { name: 'Phases' });
  await expect(phases.getByRole('row', { name: /On site/ })).toContainText('Mon 23 Nov to Fri 27 Nov');
});

test('the spreadsheets come in, and the true clashes show', async () => {
  const { window } = launched;
  await importTheWeek(launched, files);
  await goTo(window, 'Week at a glance');
  await expect(window.getByRole('heading', { name: 'Now and next' })).toBeVisible();
  await expect(window.getByText('To begin with')).toHaveCount(0);
  await goTo(window, 'Timetable');

  await window.getByRole('tab', { name: /Tuesday 24 November/ }).click();
  await expect(window.getByText('2 clashes', { exact: false }).first()).toBeVisible();
  await expect(window.getByText(/Committee Room 1 is taken|Committee Room 1/).first()).toBeVisible();
});

test('a meeting is moved with the Move dialog, and the move is undone', async () => {
  const { window } = launched;
  const card = window.getByRole('gridcell', { name: /^Therapies/ }).first();
  await card.focus();
  await card.hover();
  await window
    .getByRole('button', { name: /Actions for Therapies/ })
    .first()
    .click();
  await window.getByRole('menuitem', { name: /Move\.\.\./ }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Start').fill('3pm');
  await dialog.getByLabel('Start').blur();
  await dialog.getByRole('button', { name: /^Move/ }).last().click();
  await expect(dialog).toBeHidden();
  await expect(window.getByText(/Moved “Therapies”/).first()).toBeVisible();

  await window.getByRole('main').focus();
  await window.keyboard.press('Control+z');
  await expect(window.getByText(/Undone: Moved “Therapies”/).first()).toBeVisible();
});

test('six children are tracked, by code', async () => {
  const { window } = launched;
  await trackChildren(launched, files.children, [
    'H870204180001',
    'L871204190002',
    'A872204200003',
    'D873204210004',
    'G874204220005',
    'K875204230006',
  ]);

  await expect(window.getByRole('table').getByText('Child F')).toBeVisible();
  await expect(window.getByText('Kestrel')).toHaveCount(0);
});

test('consent is recorded, documents are attached, and what is missing shows', async () => {
  const { window, folder, answerDialogs } = launched;
  await window.getByRole('table').getByText('Child A').click();
  await expect(window.getByRole('heading', { name: 'Maya Kestrel' })).toBeVisible();
  await recordConsent(window, /^Parent/, 'Given', 'D Whitfield, by phone');
  await expect(window.getByText(/Parent or carer: given/i).first()).toBeVisible();

  const documents = join(folder, 'in', 'child-a');
  await mkdir(documents, { recursive: true });
  const plan = join(documents, 'EHC plan.docx');
  const advice = join(documents, 'Psychology advice.pdf');
  await writeFile(
    plan,
    await makeDocx({ paragraphs: ['Education, health and care plan for Maya Kestrel.'] }),
  );
  await writeFile(advice, await makePdf({ pages: [['Advice about Maya Kestrel.', 'Strengths and needs.']] }));
  await answerDialogs({ open: [plan, advice] });
  await window.getByRole('button', { name: 'Attach files' }).click();
  await expect(window.getByText('EHC plan').first()).toBeVisible();
  await expect(window.getByText('Psychology advice').first()).toBeVisible();
  await expect(window.getByText(/\d+ of 41 ready/)).toBeVisible();
});

test('three pieces of feedback are logged from wherever one is', async () => {
  const { window } = launched;
  await goTo(window, 'Timetable');
  await logFeedback(window, 'Leaders know where the gaps are.', 'Strength');
  await logFeedback(window, 'Waiting times differ between the two trusts.', 'Area for improvement');
  await logFeedback(window, 'How is the quality of advice checked?', 'Question');

  await goTo(window, 'Feedback');
  await expect(window.getByText('Waiting times differ between the two trusts.')).toBeVisible();
});

test('a pack for one child is made, numbered and logged', async () => {
  const { window, folder, answerDialogs } = launched;
  const out = join(folder, 'out');
  await mkdir(out);
  await goTo(window, 'Children');
  await window.getByRole('table').getByText('Child A').click();
  await window.getByRole('button', { name: /^Make pack/ }).click();
  await answerDialogs({ folder: out });
  await window.getByRole('combobox', { name: 'Reader' }).fill('Lead inspector');
  await window.getByLabel('Why it goes as it is').fill('The rest follows tomorrow.');
  await window
    .getByRole('button', { name: /^Make pack/ })
    .last()
    .click();
  await expect(window.getByRole('heading', { name: 'The pack is made' })).toBeVisible({ timeout: 30_000 });

  const names = await readdir(out, { recursive: true });
  expect(names.some((name) => name.endsWith('manifest-sha256.txt'))).toBe(true);
  expect(names.some((name) => name.endsWith('.zip'))).toBe(true);
  expect(names.filter((name) => name.includes('Kestrel') || name.includes('Maya'))).toEqual([]);
});

test('locked and opened again, everything is there; with a wrong passphrase it stays shut', async () => {
  const { window } = launched;
  await lock(window);
  await unlock(window, 'something else entirely');
  await expect(window.getByText('does not open this file', { exact: false })).toBeVisible();
  await unlock(window, journeyPassphrase);

  await goTo(window, 'Feedback');
  await expect(window.getByText('Leaders know where the gaps are.')).toBeVisible();
  await goTo(window, 'Packs');
  await expect(window.getByText('Lead inspector').first()).toBeVisible();
  await goTo(window, 'Children');
  await expect(window.getByRole('table').getByText('Child F')).toBeVisible();
});
