import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createEngagement, goTo, journeyPassphrase, lock, logFeedback, unlock } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { keepPicture, lookAt, seriousFindings } from '../support/look.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

test('a deputy works in a sealed copy, and what they did comes back', async () => {
  const { window, folder, answerDialogs } = launched;
  const copy = join(folder, 'For Anna.lano');
  await createEngagement(launched, {
    kind: 'Blank engagement',
    council: 'Northmere',
    date: '9/11/2026',
    path: join(folder, 'Northmere.lano'),
  });
  await savePhone(window, '01234 1', true);
  await answerDialogs({ save: copy, open: [copy] });

  await window.keyboard.press('Control+k');
  await window.keyboard.type('deputy');
  await window.getByRole('option', { name: 'Hand over a copy...' }).click();
  const making = window.getByRole('dialog', { name: 'Hand over a copy' });
  await making.getByLabel('Who it is for').fill('Anna Deputy');
  await making.getByRole('button', { name: 'Make one for me' }).click();
  await expect(making.getByText('Strong', { exact: true })).toBeVisible();
  await making.getByRole('button', { name: 'Make the copy...' }).click();
  const made = window.getByRole('dialog', { name: 'The copy is made' });
  const passphrase = await made.locator('.packs-passphrase').innerText();
  await keepPicture(window, 'hand-over-made');
  expect(await seriousFindings(window)).toEqual([]);
  await made.getByRole('button', { name: 'I have the passphrase' }).click();

  await savePhone(window, '01234 2');
  await lock(window);
  await window.getByRole('button', { name: /^Open a file/ }).click();
  await expect(window.getByRole('form', { name: 'Unlock For Anna' })).toBeVisible();
  await unlock(window, passphrase);
  await isOpen(window);
  await logFeedback(window, 'Heard by Anna in the evening', 'Strength');
  await savePhone(window, '01234 3');
  await lock(window);
  await window
    .getByRole('button', { name: /^Northmere/ })
    .last()
    .click();
  await unlock(window, journeyPassphrase);
  await isOpen(window);

  await goTo(window, 'Settings');
  await window.getByRole('button', { name: 'Bring back a copy...' }).click();
  const opening = window.getByRole('dialog', { name: 'Bring back a copy' });
  await opening.getByRole('button', { name: /^Choose/ }).click();
  await opening.getByLabel('Passphrase of the copy').fill('not the right words');
  await opening.getByRole('button', { name: 'See what it would bring' }).click();
  await expect(opening.getByText('does not open this file', { exact: false })).toBeVisible();
  await opening.getByLabel('Passphrase of the copy').fill(passphrase);
  await opening.getByRole('button', { name: 'See what it would bring' }).click();

  const seen = window.getByRole('dialog', { name: /^What .* did$/ });
  await expect(seen.getByRole('radio', { name: '01234 3' })).toBeChecked();
  await expect(seen.getByRole('row', { name: /^Feedback/ })).toBeVisible();
  await lookAt(launched, 'bring-back');
  await seen.getByRole('radio', { name: '01234 2' }).check({ force: true });
  await seen.getByRole('button', { name: /^Bring back 2 steps/ }).click();
  await expect(window.getByText(/^Brought back 2 steps/).first()).toBeVisible();
  await expect(window.getByRole('table', { name: 'Copies handed over and brought back' })).toBeVisible();
  await keepPicture(window, 'settings-after-bringing-back');

  await goTo(window, 'Feedback');
  await expect(window.getByText('Heard by Anna in the evening').first()).toBeVisible();
  await goTo(window, 'People and places');
  await window.getByRole('table', { name: 'People' }).locator('.table-open').first().click();
  await expect(window.getByRole('dialog').getByLabel('Phone')).toHaveValue('01234 2');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await window.keyboard.press('Control+z');
  await goTo(window, 'Feedback');
  await expect(window.getByText('Heard by Anna in the evening')).toHaveCount(0);
});

const isOpen = (window: Page) =>
  window
    .getByRole('navigation')
    .getByRole('button', { name: /^Settings/ })
    .waitFor();

async function savePhone(window: Page, phone: string, isNew = false): Promise<void> {
  await goTo(window, 'People and places');
  if (isNew) await window.getByRole('button', { name: 'Add person...' }).first().click();
  else await window.getByRole('table', { name: 'People' }).locator('.table-open').first().click();
  const dialog = window.getByRole('dialog');
  if (isNew) await dialog.getByLabel('Name', { exact: true }).fill('Grace Oyelaran');
  await dialog.getByLabel('Phone').fill(phone);
  await dialog
    .getByRole('button', { name: /^(Save|Add)/ })
    .last()
    .click();
  await expect(dialog).toBeHidden();
}
