import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import writeXlsx from 'write-excel-file/node';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { keepPicture, lookAt } from '../support/look.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
  await goTo(launched.window, 'Timetable');
});
test.afterAll(() => launched.close());

test('what waits in the tray is placed at once, looked at first, and Undo takes it back', async () => {
  const { window } = launched;
  const tray = window.getByRole('region', { name: 'Unscheduled' });
  const placeAll = tray.getByRole('button', { name: 'Place all...' });
  await placeAll.waitFor();
  const before = await tray.getByRole('listitem').count();
  await placeAll.click();
  const dialog = window.getByRole('dialog', { name: 'Place all' });
  await expect(dialog.getByRole('table', { name: 'Planned places' })).toBeVisible();
  await lookAt(launched, 'place-all');

  await dialog.getByRole('button', { name: /^Place \d+ meetings?/ }).click();
  await expect(window.getByText(/^\d+ meetings? placed\.$/).first()).toBeVisible();
  await expect.poll(() => tray.getByRole('listitem').count()).toBeLessThan(before);
  await keepPicture(window, 'placed-all');

  await window.keyboard.press('Control+z');
  await expect.poll(() => tray.getByRole('listitem').count()).toBe(before);
});

test('a hand-made grid comes in as it is, with what is left out looked at first, and Undo takes it back', async () => {
  const { window, folder } = launched;
  const path = join(folder, 'grid.xlsx');
  const rows = [
    ['PEER CHALLENGE v3 - Thurs 26 Nov', null, null, null],
    ['Time', 'Margaret Osei', 'Strand B', 'Logistics'],
    ['08:00 - 08:20', 'Arrive, security passes', null, null],
    [
      '17:30-18:15',
      'Health leaders\nRoom: 1.12\nJake Doyle, Kim Benning',
      'SENDIASS\nTeams',
      'parking permit',
    ],
    ['6.30pm - 7.15pm', 'Youth justice', 'TBC', null],
  ];
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  await writeFile(path, await writeXlsx([{ sheet: 'Thurs 26 Nov', data }]).toBuffer());
  await launched.answerDialogs({ open: [path] });
  await window.getByRole('main').getByRole('button', { name: 'More', exact: true }).first().click();
  await window.getByRole('menuitem', { name: 'Import meetings...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Import meetings' });
  await expect(dialog.getByText('Read as a grid: 5 meetings.')).toBeVisible();
  await lookAt(launched, 'import-grid');

  await dialog.getByRole('checkbox', { name: 'I have looked at what is left out' }).check();
  await dialog.getByRole('button', { name: 'Check the meetings' }).click();
  await lookAt(launched, 'import-grid-check');
  await dialog.getByRole('button', { name: 'Import 5 meetings' }).click();
  await expect(window.getByText('5 meetings imported.').first()).toBeVisible();
  await window.getByRole('button', { name: 'Open the timetable' }).click();
  await window.getByRole('tab', { name: /Thursday 26 November/ }).click();
  await expect(window.getByRole('gridcell', { name: /^Youth justice\./ }).first()).toBeVisible();

  await window.keyboard.press('Control+z');
  await expect(window.getByRole('gridcell', { name: /^Youth justice\./ })).toHaveCount(0);
});

test('the timetable goes out in every form, a day a page, each person and each door on one', async () => {
  test.setTimeout(90_000);
  const { window, folder } = launched;
  const open = async () => {
    await window.getByRole('main').getByRole('button', { name: 'More', exact: true }).first().click();
    await window.getByRole('menuitem', { name: 'Export...' }).click();
  };
  const dialog = window.getByRole('dialog', { name: 'Export the timetable' });
  const save = async (form: RegExp, name: string, choose?: () => Promise<unknown>) => {
    const path = join(folder, name);
    await launched.answerDialogs({ save: path });
    await open();
    await dialog.getByRole('radio', { name: form }).check({ force: true });
    await choose?.();
    await dialog.getByRole('button', { name: /^Export\.\.\./ }).click();
    await expect(dialog).toHaveCount(0);
    return readFile(path);
  };
  await open();
  await lookAt(launched, 'export');
  await window.keyboard.press('Escape');

  const oneDay = () => dialog.getByLabel('Days').selectOption({ label: 'Tuesday 24 November 2026' });
  const small = await save(/^PDF/, 'day-a4.pdf', async () => {
    await oneDay();
    await dialog.getByLabel('Paper').selectOption('A4');
  });
  expect((await pagesOf(small)).map((text) => /Tuesday 24 November 2026/.test(text))).toEqual([true]);
  // The app's own type, which was fitted to the cards, and not one of the machine's: a variable font is drawn as Type 3.
  expect(small.toString('latin1')).toContain('/Type3');
  const wall = (await pagesOf(await save(/^Wall sheet/, 'wall.pdf', oneDay))).join(' ');
  expect(wall).toContain('MO');
  expect(wall).not.toContain('Margaret Osei');
  const people = await pagesOf(await save(/^Person sheets/, 'people.pdf'));
  expect(people.filter((text) => text.includes('Margaret Osei')).length).toBeGreaterThan(0);
  const doors = await pagesOf(await save(/^Door signs/, 'doors.pdf', oneDay));
  expect(doors.join(' ')).not.toMatch(/Child [A-F]\b/);
  await save(/^Room sheets/, 'rooms.pdf');
  await save(/^PDF/, 'days-a3.pdf');
  expect((await save(/^Word document/, 'days.docx')).subarray(0, 2).toString()).toBe('PK');
  expect((await save(/^Excel workbook/, 'days.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

/** The words of each page of a PDF. */
async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages;
}
