import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  createEngagement,
  goTo,
  importTheWeek,
  journeyPassphrase,
  lock,
  recordConsent,
  trackChildren,
  unlock,
} from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { makePdf } from '../support/make-documents.ts';
import { makeSpreadsheets, type Spreadsheets } from '../support/make-spreadsheets.ts';

/** The coordinator's four days, from a date to a pack for a line of enquiry: each step begins where the last one ended. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;
let files: Spreadsheets;

test.beforeAll(async () => {
  launched = await launchApp();
  files = await makeSpreadsheets(join(launched.folder, 'in'));
});
test.afterAll(() => launched.close());

/** The card of a meeting on the day that shows. */
const card = (title: string) =>
  launched.window.getByRole('gridcell', { name: new RegExp(`^${title}\\.`) }).first();

const lineOfEnquiry = /^L4/;

test('a peer challenge has four days, three strands of peers, and four lines of enquiry', async () => {
  const { window, folder } = launched;
  await createEngagement(launched, {
    kind: 'LGA SEND peer challenge',
    council: 'Aldermere',
    date: '24 November 2026',
    path: join(folder, 'Peers.lano'),
  });

  const steps = window.getByRole('region', { name: 'To begin with' });
  await expect(steps).toContainText('0 of 5 done');
  await steps.getByRole('button', { name: 'Name the peers' }).click();
  await expect(window.getByRole('tab', { name: /strands/ })).toHaveAttribute('aria-selected', 'true');

  await goTo(window, 'Dates');
  await expect(window.getByRole('tab', { name: /Lines of enquiry/ })).toContainText('4');
  await goTo(window, 'Timetable');
  await expect(window.getByRole('tablist', { name: 'Days' }).getByRole('tab')).toHaveCount(4);
  await expect(window.getByRole('tab', { name: /Tuesday 24 November/ })).toBeVisible();
  await expect(window.getByRole('tab', { name: /Friday 27 November/ })).toBeVisible();
  await expect(window.getByRole('grid').getByRole('columnheader')).toHaveCount(4);
});

test('people, rooms and the meetings of each strand come in from spreadsheets, and the clash shows', async () => {
  const { window, folder } = launched;
  const meetings = join(folder, 'in', 'peer-meetings.csv');
  await writeFile(
    meetings,
    [
      'Session,Day,Start,End,Strand,Attendees,Room',
      'Schools and settings group,25/11/2026,14:30,15:15,Strand 1,Priya Raman,Committee Room 1',
      'Therapies,25/11/2026,2.30pm,3.15pm,Pair 3,Sunil Amin,Committee Room 1',
      'Parents of children without a plan,25/11/2026,15.30,16.15,Strand 2,Bea Thornley,Room 2.14',
    ].join('\r\n'),
  );
  await importTheWeek(launched, { ...files, meetings });

  await window.getByRole('tab', { name: /Wednesday 25 November/ }).click();
  await expect(window.getByRole('grid').getByRole('columnheader')).toHaveCount(4);
  await expect(card('Therapies')).toBeVisible();
  await expect(window.getByText(/^Committee Room 1 is taken by/).first()).toBeVisible();
});

test('the clash is settled by keyboard, and the move is undone and done again', async () => {
  const { window } = launched;
  await card('Schools and settings group').focus();
  await window.keyboard.press('m');
  for (let step = 0; step < 3; step += 1) await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(card('Schools and settings group')).toHaveAccessibleName(/3:15pm to 4pm/);
  await expect(window.getByText(/^Committee Room 1 is taken by/)).toHaveCount(0);

  await window.keyboard.press('Control+z');
  await expect(card('Schools and settings group')).toHaveAccessibleName(/2:30pm to 3:15pm/);
  await window.keyboard.press('Control+y');
  await expect(card('Schools and settings group')).toHaveAccessibleName(/3:15pm to 4pm/);
});

test('a meeting picked up by keyboard is put back by Esc', async () => {
  const { window } = launched;
  const before = (await card('Therapies').getAttribute('aria-label')) ?? '';
  await card('Therapies').focus();

  await window.keyboard.press('m');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Escape');
  await expect(card('Therapies')).toHaveAttribute('aria-label', before);
});

test('case files are followed by code, with consent and a document', async () => {
  const { window, folder, answerDialogs } = launched;
  await trackChildren(launched, files.children, ['H870204180001', 'L871204190002']);
  await window.getByRole('table').getByText('Child A').click();
  await recordConsent(window, /^Parent/, 'Given', 'Marian Ferris, by letter');
  const plan = join(folder, 'in', 'EHC plan.pdf');
  await writeFile(plan, await makePdf({ pages: [['Education, health and care plan for Maya Kestrel.']] }));
  await answerDialogs({ open: [plan] });
  await window.getByRole('button', { name: 'Attach files' }).click();
  await expect(window.getByText('EHC plan').first()).toBeVisible();
});

test('feedback and a document stand under a line of enquiry, and go out in a pack for it', async () => {
  const { window, folder, answerDialogs } = launched;
  await window.keyboard.press('F8');
  const capture = window.getByRole('dialog', { name: 'Log feedback' });
  await capture.getByLabel('What was said').fill('Families feel heard at the first meeting.');
  await capture.getByRole('radio', { name: 'Strength' }).check({ force: true });
  await capture.getByRole('button', { name: lineOfEnquiry }).click();
  await window.keyboard.press('Control+Enter');
  await expect(capture).toBeHidden();
  await goTo(window, 'Feedback');
  await expect(window.getByText('Families feel heard at the first meeting.')).toBeVisible();

  const survey = join(folder, 'in', 'Parent survey.pdf');
  await writeFile(survey, await makePdf({ pages: [['Eight in ten families feel heard.']] }));
  await answerDialogs({ open: [survey] });
  await goTo(window, 'Evidence');
  await window
    .getByRole('button', { name: /^Add files/ })
    .first()
    .click();
  await expect(window.getByRole('heading', { name: 'Parent survey' })).toBeVisible();
  await window.getByRole('button', { name: 'Link to...' }).click();
  const link = window.getByRole('dialog', { name: 'Link to' });
  await link.getByRole('combobox').fill('L4');
  await link.getByRole('option', { name: lineOfEnquiry }).click();
  await link.getByRole('button', { name: 'Link' }).click();
  await expect(window.getByRole('list', { name: 'Evidence for' })).toContainText('L4');

  const out = join(folder, 'out');
  await mkdir(out);
  await goTo(window, 'Packs');
  const value = await window
    .getByLabel('What the pack is about')
    .locator('option', { hasText: lineOfEnquiry })
    .getAttribute('value');
  await window.getByLabel('What the pack is about').selectOption(value);
  await answerDialogs({ folder: out });
  await window.getByRole('combobox', { name: 'Reader' }).fill('Lead peer');
  await window.getByRole('button', { name: /^Make pack/ }).click();
  await expect(window.getByRole('heading', { name: 'The pack is made' })).toBeVisible({ timeout: 30_000 });
  const names = await readdir(out, { recursive: true });
  const manifest = names.find((name) => name.endsWith('manifest-sha256.txt')) ?? '';
  const listed = await readFile(join(out, manifest), 'utf8');
  expect(listed).toContain('Parent survey.pdf');
  expect(listed).not.toMatch(/EHC plan|Kestrel/);
});

test('locked, a wrong passphrase leaves it shut; the right one finds everything', async () => {
  const { window } = launched;
  await lock(window);
  await unlock(window, 'not the passphrase');
  await expect(window.getByText('does not open this file', { exact: false })).toBeVisible();
  await unlock(window, journeyPassphrase);

  await goTo(window, 'Timetable');
  await window.getByRole('tab', { name: /Wednesday 25 November/ }).click();
  await expect(card('Schools and settings group')).toHaveAccessibleName(/3:15pm to 4pm/);
  await goTo(window, 'Feedback');
  await expect(window.getByText('Families feel heard at the first meeting.')).toBeVisible();
  await goTo(window, 'Packs');
  await expect(window.getByText('Lead peer').first()).toBeVisible();
});
