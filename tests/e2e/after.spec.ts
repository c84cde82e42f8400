import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo, journeyPassphrase, lock } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { keepPicture, seriousFindings } from '../support/look.ts';

/** Before the phone rings, after the week, and the next time: one engagement from getting ready to its template. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

async function startUndated(file: string, template?: string): Promise<void> {
  const { window, answerDialogs, folder } = launched;
  await answerDialogs({ save: join(folder, file), ...(template ? { open: [template] } : {}) });
  await window.getByRole('button', { name: /New engagement/ }).click();
  const dialog = window.getByRole('dialog');
  if (template) {
    await dialog.getByRole('button', { name: 'Start from last time’s template...' }).click();
    await expect(dialog.getByText(/^Last time’s template: \d+ meetings, 39 requests/)).toBeVisible();
  }
  await dialog.getByLabel('Council or area').fill('Aldermere');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(journeyPassphrase);
  await expect(dialog.getByText('Strong', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Create...' }).click();
  await expect(window.getByRole('heading', { name: 'What we could submit tomorrow' })).toBeVisible();
}

test('without a date it shows what could be submitted, and the one date dates everything', async () => {
  const { window } = launched;
  await startUndated('Undated.lano');
  const ready = window.getByRole('region', { name: 'What we could submit tomorrow' });
  await expect(ready.getByRole('row', { name: /Standing requests with a document/ })).toContainText(
    '0 of 39',
  );
  await keepPicture(window, 'getting-ready');
  expect(await seriousFindings(window)).toEqual([]);

  await window.getByLabel('Date of the notification call').fill('9 November 2026');
  await window.getByRole('button', { name: 'Date everything' }).click();
  await expect(window.getByRole('list', { name: 'Phases' })).toContainText('On site');
  await goTo(window, 'Requests');
  await expect(window.getByText(/\bNov\b/).first()).toBeVisible();
});

test('the outcome brings its follow-ups, and the final feedback stays under embargo', async () => {
  const { window } = launched;
  await goTo(window, 'After');
  await window.getByRole('button', { name: 'Record outcome...' }).click();
  const outcome = window.getByRole('dialog', { name: 'Record the outcome' });
  await outcome.getByLabel('It ended in').selectOption({ label: 'Widespread or systemic failings' });
  await outcome.getByRole('button', { name: 'Save' }).click();
  await window.getByLabel(/^Receipt of the final report/).fill('29 January 2027');
  await window.keyboard.press('Tab');
  const follows = window.getByRole('table', { name: 'What follows' });
  await expect(follows.getByRole('row', { name: /priority action plan/i })).toContainText('Fri 19 Mar');
  await expect(window.getByRole('region', { name: 'What is kept' })).toContainText('Nobody is tracked');

  await window.getByRole('tab', { name: /^Final feedback/ }).click();
  await window.getByRole('button', { name: 'Add audience...' }).click();
  const audience = window.getByRole('dialog', { name: 'Add audience' });
  await audience.getByRole('combobox', { name: 'Audience' }).fill('Parent Carer Forum');
  await audience.getByRole('button', { name: 'Add audience' }).click();
  await window.getByRole('button', { name: 'Log what was said...' }).click();
  const capture = window.getByRole('dialog', { name: 'Log feedback' });
  await capture.getByLabel('What was said').fill('Families are heard.');
  await window.keyboard.press('Control+Enter');
  const forum = window.getByRole('region', { name: 'Parent Carer Forum' });
  await expect(forum).toContainText('Families are heard.');
  await expect(forum).toContainText('All of it under embargo');
  await keepPicture(window, 'final-feedback');
});

test('what was learnt and found goes into a template, and the next engagement starts from it', async () => {
  const { window, folder, answerDialogs } = launched;
  await goTo(window, 'Actions');
  await window.getByRole('tab', { name: /^Findings/ }).click();
  await window.getByRole('button', { name: 'Add finding...' }).click();
  const finding = window.getByRole('dialog', { name: 'Add finding' });
  await finding.getByLabel('What was found').fill('Waits are counted in two ways');
  await finding.getByRole('button', { name: 'Add finding' }).click();
  await goTo(window, 'After');
  await window.getByRole('tab', { name: /^Lessons/ }).click();
  await window.getByRole('button', { name: 'Add lesson...' }).click();
  const lesson = window.getByRole('dialog', { name: 'Add lesson' });
  await lesson.getByLabel('What we learnt').fill('Book the rooms in the first week.');
  await lesson.getByRole('button', { name: 'Add lesson' }).click();
  const template = join(folder, 'next.lanotemplate');
  await answerDialogs({ save: template });
  await window.getByRole('button', { name: 'Save as next time’s template...' }).click();
  await expect(window.getByText(/^Saved the template/).first()).toBeVisible();
  expect(await readFile(template, 'utf8')).not.toContain('Aldermere');

  await lock(window);
  await startUndated('Next.lano', template);
  await goTo(window, 'After');
  await window.getByRole('tab', { name: /^Lessons/ }).click();
  await expect(window.getByRole('table', { name: 'Lessons' })).toContainText('Last time');
  await goTo(window, 'Actions');
  await window.getByRole('tab', { name: /^Findings/ }).click();
  await expect(window.getByRole('table', { name: 'Findings' })).toContainText(
    'Waits are counted in two ways',
  );
  await window.getByRole('tab', { name: /^Earlier/ }).click();
  await window.getByRole('button', { name: 'Bring findings...' }).click();
  await expect(window.getByText('All of its findings are here already').first()).toBeVisible();
});
