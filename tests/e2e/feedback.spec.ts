import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createEngagement, goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';

/** What is said and what is asked for, written down as it happens. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  const { window, folder } = launched;
  await createEngagement(launched, {
    kind: 'Area SEND full inspection',
    council: 'Aldermere',
    date: 'Monday 9 November 2026',
    path: join(folder, 'Feedback.lano'),
  });
  await goTo(window, 'Children');
  await window.getByRole('button', { name: 'Add child...' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('First name').fill('Jaden');
  await dialog.getByLabel('Surname').fill('Tarrow');
  await dialog.getByRole('button', { name: 'Add child' }).click();
  await expect(window.getByRole('heading', { name: 'Jaden Tarrow' })).toBeVisible();
});
test.afterAll(() => launched.close());

test('a draft outlives Escape, and a name in it is turned into a code', async () => {
  const { window } = launched;
  const capture = window.getByRole('dialog', { name: 'Log feedback' });
  await goTo(window, 'Requests');
  await window.keyboard.press('F8');
  await expect(capture.getByLabel('What was said')).toBeFocused();
  await window.keyboard.type('The school says Jaden waits for advice.');
  await expect(capture.getByText('may be a person’s name')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(capture).toBeHidden();

  await window.keyboard.press('F8');
  await capture.getByRole('button', { name: 'Change to “Child A”' }).click();

  await expect(capture.getByLabel('What was said')).toHaveValue('The school says Child A waits for advice.');
});

test('one entry is saved and another begun without leaving the keyboard', async () => {
  const { window } = launched;
  const capture = window.getByRole('dialog', { name: 'Log feedback' });
  await capture.getByRole('radio', { name: 'Area for improvement' }).check();
  await capture.getByRole('combobox', { name: 'Said by, as a role' }).fill('Headteacher');
  await capture.getByLabel('What needs doing').fill('List schools with late advice');
  await window.keyboard.press('Control+Shift+Enter');
  await expect(capture.getByLabel('What was said')).toHaveValue('');
  await expect(capture.getByLabel('What was said')).toBeFocused();
  await window.keyboard.type('Who checks the advice?');
  await window.keyboard.press('Control+Enter');
  await expect(capture).toBeHidden();

  await goTo(window, 'Feedback');
  const log = window.getByRole('listitem').filter({ hasText: 'Headteacher' });
  await expect(log).toHaveCount(2);
  await expect(log.last()).toContainText('The school says Child A waits for advice.');
});

test('the log is narrowed to what still needs doing, and an action is done', async () => {
  const { window } = launched;
  const entries = window.getByRole('main').getByRole('listitem');
  await window.getByRole('button', { name: 'Still to do, 1' }).click();
  await expect(entries).toHaveCount(1);
  await window.getByRole('checkbox', { name: 'List schools with late advice' }).click();
  await expect(window.getByText('No entry fits')).toBeVisible();

  await window.getByRole('button', { name: 'Show everything' }).click();
  await expect(entries).toHaveCount(2);
});

test('what was said asks for something: a request is added from it, given a state where it stands, and undone', async () => {
  const { window } = launched;
  await window
    .getByRole('button', { name: /^Actions for the entry/ })
    .last()
    .click();
  await window.getByRole('menuitem', { name: 'Add a request from it...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Add request' });
  await expect(dialog.getByLabel('In their words')).toHaveValue('The school says Child A waits for advice.');
  await expect(dialog.getByRole('combobox', { name: 'Asked by' })).toHaveValue('Headteacher');
  await dialog.getByLabel('What is asked for').fill('Waiting times for the autism pathway');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await goTo(window, 'Requests');

  await window.getByLabel('Find a request').fill('autism waiting');
  const row = window.getByRole('row').filter({ hasText: 'R-001' });
  await row.getByRole('combobox', { name: 'State of R-001' }).focus();
  await row.getByRole('combobox', { name: 'State of R-001' }).selectOption('Sent');
  await expect(window.getByRole('rowgroup').filter({ hasText: 'Answered' })).toContainText('R-001');

  await window.getByRole('heading', { name: 'Requests' }).click();
  await window.keyboard.press('Control+Z');
  await expect(row.getByRole('combobox', { name: 'State of R-001' })).toHaveValue('not-started');
});

test('what a page can do is done from any other, by its name or by its key', async () => {
  const { window } = launched;
  await window.keyboard.press('Control+k');
  await window.keyboard.type('late');
  await expect(window.getByRole('option', { name: /^Running late/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'Running late' })).toBeVisible();
  await window.keyboard.press('Escape');

  await window.keyboard.press('F9');
  await expect(window.getByRole('dialog').getByLabel('What is asked for')).toBeFocused();
  await window.keyboard.press('Escape');
});
