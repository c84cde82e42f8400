import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createEngagement, goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { keepPicture, seriousFindings } from '../support/look.ts';

/** A coordinator's four days from nothing: the framework, a list of meetings, place all, one move, version 1, Word. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

const list = [
  'Focus group: governors, 45 min',
  'Focus group: SENCOs of special schools, Hallie Lang',
  'Focus group: young people in year 11',
  'Education, health and care commissioners, Robin Leffler, 45 min',
  'Home to school transport, Pair 1',
  'Short breaks, Pair 3, 45 min',
  'Educational psychology',
  'Tribunal and mediation, Hallie Lang, 30 min',
  'Parents of children without a plan, 45 min',
  'Early help, 45 min',
  'Virtual school, 30 min',
  'Data and performance, Robin Leffler, 30 min',
].join('\n');

test('a dozen meetings are written down, placed at once, and one is moved by hand', async () => {
  const { window, folder } = launched;
  await createEngagement(launched, {
    kind: 'LGA SEND peer challenge',
    council: 'Aldermere',
    date: '24 November 2026',
    path: join(folder, 'Peers.lano'),
  });
  await goTo(window, 'Timetable');
  const tray = window.getByRole('region', { name: 'Unscheduled' });
  await tray.getByRole('button', { name: 'Add several meetings...' }).click();
  const add = window.getByRole('dialog', { name: 'Add several meetings' });
  await add.getByLabel('One meeting on each line').fill(list);
  await expect(add.getByRole('table', { name: 'Meetings as they are read' })).toContainText(
    'Hallie Lang (new)',
  );
  await keepPicture(window, 'add-several');
  expect(await seriousFindings(window)).toEqual([]);
  await add.getByRole('button', { name: 'Add 12 meetings' }).click();
  await expect(window.getByText(/^12 meetings wait under Unscheduled/).first()).toBeVisible();
  const waiting = await tray.getByRole('listitem').count();
  expect(waiting).toBeGreaterThanOrEqual(12);

  await tray.getByRole('button', { name: 'Place all...' }).click();
  const place = window.getByRole('dialog', { name: 'Place all' });
  await keepPicture(window, 'placing-a-dozen');
  await place.getByRole('button', { name: /^Place \d+ meetings?/ }).click();
  await expect(place).toBeHidden();
  await expect.poll(() => tray.getByRole('listitem').count()).toBeLessThan(waiting - 10);
  await expect(window.getByRole('tab', { name: /clash/ })).toHaveCount(0);
  await keepPicture(window, 'placed-a-dozen');

  const moved = window.getByRole('gridcell', { name: /^Lead member\./ }).first();
  const before = (await moved.getAttribute('aria-label')) ?? '';
  await moved.focus();
  await window.keyboard.press('m');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(moved).not.toHaveAttribute('aria-label', before);
});

test('it is published as version 1 and goes out as a Word document that says so', async () => {
  const { window, folder } = launched;
  await window.getByRole('button', { name: 'Publish...' }).click();
  await window.getByRole('button', { name: 'Publish version 1...' }).click();
  const publish = window.getByRole('dialog', { name: 'Publish version 1' });
  await publish.getByRole('button', { name: 'Publish version 1' }).click();
  await expect(publish).toBeHidden();

  const path = join(folder, 'days.docx');
  await launched.answerDialogs({ save: path });
  await goTo(window, 'Timetable');
  await window.getByRole('button', { name: 'Export...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Export the timetable' });
  await dialog.getByRole('radio', { name: /^Word document/ }).check({ force: true });
  await dialog.getByRole('button', { name: /^Export\.\.\./ }).click();
  await expect(dialog).toBeHidden();
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
});
