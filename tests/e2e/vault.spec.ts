import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createEngagement, goTo, journeyPassphrase, lock, unlock } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { seriousFindings } from '../support/look.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

test('an engagement is created, locked, and opened again only with its passphrase', async () => {
  const { window, folder } = launched;
  await createEngagement(launched, {
    kind: 'Area SEND full inspection',
    council: 'Northmere',
    date: '9/11/2026',
    path: join(folder, 'Northmere.lano'),
  });
  await goTo(window, 'Dates');
  await expect(
    window.getByText('8 working days after the notification call (Monday 9 November)').first(),
  ).toBeVisible();

  await lock(window);
  await expect(window.getByText('Northmere Area SEND full inspection').first()).toBeVisible();
  await unlock(window, 'not the right words');
  await expect(window.getByText('That passphrase does not open this file.', { exact: false })).toBeVisible();

  await unlock(window, journeyPassphrase);
  await expect(
    window.getByRole('navigation').getByRole('button', { name: /Week at a glance/ }),
  ).toBeVisible();
});

test('the recovery sheet opens the file, until the passphrase is changed', async () => {
  const { window, folder, answerDialogs } = launched;
  const sheet = join(folder, 'Recovery sheet.pdf');
  await answerDialogs({ save: sheet });
  await goTo(window, 'Settings');
  await window.getByRole('button', { name: 'Save the recovery sheet...' }).click();
  await window.getByRole('dialog').getByLabel('Passphrase').fill(journeyPassphrase);
  await window.getByRole('dialog').getByRole('button', { name: 'Save...' }).click();
  await expect(window.getByText('The recovery sheet was saved.', { exact: false }).first()).toBeVisible();
  const digits = await digitsOf(sheet);
  expect(digits).toMatch(/^[0-9A-F]{64}$/);

  await lock(window);
  await window.getByRole('button', { name: 'Use the recovery sheet' }).click();
  await window.getByLabel('Recovery key, 64 digits').fill(digits);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(window.getByRole('navigation').getByRole('button', { name: /Settings/ })).toBeVisible();

  await goTo(window, 'Settings');
  await window.getByRole('button', { name: 'Change the passphrase...' }).click();
  await window.getByRole('dialog').getByLabel('Passphrase now').fill(journeyPassphrase);
  await window.getByRole('dialog').getByLabel('New passphrase').fill('lantern orbit tidy marble');
  await window.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
  await expect(window.getByText('The passphrase is changed.', { exact: false }).first()).toBeVisible();
  await lock(window);
  await unlock(window, journeyPassphrase);
  await expect(window.getByText('does not open this file', { exact: false })).toBeVisible();
  await unlock(window, 'lantern orbit tidy marble');
  await expect(window.getByRole('navigation').getByRole('button', { name: /Settings/ })).toBeVisible();
});

test('a copy can be saved, and nothing is beside the file once it is locked', async () => {
  const { window, folder, answerDialogs } = launched;
  const copy = join(folder, 'Copy.lano');
  await answerDialogs({ save: copy });
  await goTo(window, 'Settings');
  await window.getByRole('button', { name: 'Save a copy...' }).click();
  await expect(window.getByText('A copy of the engagement was saved.').first()).toBeVisible();
  await lock(window);

  expect((await stat(copy)).size).toBe((await stat(join(folder, 'Northmere.lano'))).size);
  await expect(stat(join(folder, 'Northmere.lano.lock'))).rejects.toThrow('ENOENT');
});

/** The recovery key as the sheet shows it, read from the PDF by an engine that did not write it. */
async function digitsOf(path: string): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(await readFile(path)) }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  const words = items.flatMap((item) => ('str' in item ? item.str.split(/\s+/) : []));
  return words.filter((word) => /^[0-9A-F]{4}$/.test(word)).join('');
}

test('a file that was double-clicked is offered first, and is at rest when its window was closed', async () => {
  const path = join(launched.folder, 'Copy.lano');
  const other = await launchApp({ openFile: path });

  await expect(other.window.getByRole('form', { name: 'Unlock Copy' })).toBeVisible();
  await unlock(other.window, 'lantern orbit tidy marble');
  await expect(other.window.getByRole('navigation').getByRole('button', { name: /Settings/ })).toBeVisible();
  const ended = other.app.waitForEvent('close');
  await other.window.close();
  await ended;

  await expect(stat(`${path}.lock`)).rejects.toThrow('ENOENT');
  expect(await readdir(join(other.folder, 'settings'))).not.toContain('faults.log');
  await rm(other.folder, { recursive: true });
});

test('the engagement is backed up, a restore is rehearsed, and a copy of the backup is opened beside it', async () => {
  const { window, folder, answerDialogs } = launched;
  const drive = join(folder, 'USB stick');
  await mkdir(drive);
  await unlock(window, 'lantern orbit tidy marble');
  await expect(window.getByText('This engagement is not backed up.')).toBeVisible();
  await goTo(window, 'Settings');
  await answerDialogs({ folder: drive });
  await window.getByRole('button', { name: /^Choose/ }).click();

  await expect(window.getByText(/^Last backup .*m, a restore is not rehearsed yet\.$/)).toBeVisible();
  await expect(window.getByRole('contentinfo').getByText(/^Last backup \d/)).toBeVisible();
  const [name = ''] = await readdir(drive);
  expect(name).toMatch(/^Northmere Area SEND full inspection, backup .*\.lano$/);
  await window.getByRole('button', { name: 'Rehearse a restore' }).click();
  await expect(window.getByText(/^Last backup .*m, restore rehearsed on \d/)).toBeVisible();

  await window.getByRole('button', { name: /^Change\.\.\./ }).click();
  await window.getByRole('dialog', { name: 'How long backups are kept' }).waitFor();
  expect(await seriousFindings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await window
    .getByRole('table', { name: 'Backups' })
    .getByRole('button', { name: /^Open a copy/ })
    .click();
  await window.getByRole('button', { name: 'Lock and open the copy' }).click();
  await expect(window.getByText(/^Northmere, from the backup of/)).toBeVisible();
  await unlock(window, 'lantern orbit tidy marble');
  await expect(window.getByRole('navigation').getByRole('button', { name: /Settings/ })).toBeVisible();
  await lock(window);

  await window
    .getByRole('button', { name: /^Northmere Area SEND full inspection.*/ })
    .last()
    .click();
  const file = await open(join(folder, 'Northmere.lano'), 'r+');
  await file.write(Buffer.alloc(4096 * 3, 7), 0, 4096 * 3, 4096 * 2);
  await file.truncate(4096 * 40 + 9);
  await file.close();
  await unlock(window, 'lantern orbit tidy marble');
  await expect(
    window.getByText('This file is damaged and was left as it is.', { exact: false }),
  ).toBeVisible();
  await window.getByRole('button', { name: /^Open the backup of/ }).click();
  await expect(window.getByText(/^Northmere, from the backup of .*\(2\)/)).toBeVisible();
});
