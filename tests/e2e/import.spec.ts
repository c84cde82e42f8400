import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { lookAt } from '../support/look.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
  await launched.window.getByRole('navigation').getByRole('button', { name: 'People and places' }).click();
});
test.afterAll(() => launched.close());

/** Puts a spreadsheet where the system's dialog will find it. */
async function offer(name: string, content: string): Promise<void> {
  const path = join(launched.folder, name);
  await writeFile(path, content);
  await launched.answerDialogs({ open: [path] });
}

test('people come in from a spreadsheet, each row looked at first, and Undo takes them all back', async () => {
  const { window } = launched;
  const tab = window.getByRole('tab', { name: /^People/ });
  const before = await tab.innerText();
  await offer(
    'people.csv',
    'Name,Job title,Organisation,Tel\nAda Quill,Head of Early Help,Council,N/A\n\nADA QUILL,Head of Early Help,,01632 960077\n,Governor,Oakfield,\n',
  );
  await window.getByRole('button', { name: 'Import from a spreadsheet...' }).click();
  await expect(window.getByRole('combobox', { name: 'Column for Role' })).toHaveValue('Job title');
  await lookAt(launched, 'import-match');

  await window.getByRole('button', { name: 'Check the rows' }).click();
  await expect(window.getByText('1 ready')).toBeVisible();
  await expect(window.getByText('1 cannot be imported')).toBeVisible();
  await expect(window.getByText('There is no name.')).toBeVisible();
  await window.getByRole('radio', { name: 'Merge' }).check({ force: true });
  await lookAt(launched, 'import-check');

  await window.getByRole('button', { name: 'Import 1 person, merge 1' }).click();
  await expect(window.getByText('1 person imported, 1 merged.').first()).toBeVisible();
  const close = window.getByRole('button', { name: 'Close', exact: true });
  if (await window.getByRole('dialog').isVisible()) await close.last().click();
  await expect(window.getByRole('button', { name: /Ada Quill/ })).toBeVisible();

  await window.keyboard.press('Control+z');
  await expect(window.getByRole('button', { name: /Ada Quill/ })).toHaveCount(0);
  expect(await tab.innerText()).toBe(before);
});

test('people come in from a line of an e-mail', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: 'Paste from an e-mail...' }).click();
  await window
    .getByRole('textbox', { name: 'Names from the e-mail' })
    .fill('Tom Bramley (DCO, ICB); see you there');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText('Nobody was found in this text.')).toBeVisible();
  await window.getByRole('button', { name: 'Import 1 person' }).click();

  await expect(window.getByText('1 person imported.').first()).toBeVisible();
});

test('a file that is no spreadsheet is refused in words, and closing writes nothing', async () => {
  const { window } = launched;
  if (await window.getByRole('dialog').isVisible()) await window.keyboard.press('Escape');
  await offer('letter.xlsx', '%PDF-1.7 not a spreadsheet');
  await window.getByRole('button', { name: 'Import from a spreadsheet...' }).click();
  await expect(window.getByRole('alert').filter({ hasText: 'It is a PDF' })).toBeVisible();
  await window.keyboard.press('Escape');

  await expect(window.getByRole('dialog')).toHaveCount(0);
});
