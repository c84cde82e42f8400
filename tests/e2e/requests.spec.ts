import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { keepPicture, lookAt, seriousFindings, setSize, sizes } from '../support/look.ts';
import { makePdf } from '../support/make-documents.ts';

/** What was asked for in a meeting, until the inspectors have it and ask whether they do. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
  await goTo(launched.window, 'Requests');
});
test.afterAll(() => launched.close());

test('a pasted e-mail becomes requests, one for each numbered item, once confirmed', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: 'Add many...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Add many requests' });
  await expect(dialog.getByRole('button', { name: 'Add requests' })).toHaveAttribute('aria-disabled', 'true');
  await expect(dialog.locator('.dialog-note')).toHaveText('Paste an e-mail or a list first.');
  await dialog
    .getByLabel('E-mail or list')
    .fill('Dear Marie\n1. The joint commissioning minutes, by 4pm today\n2. CAMHS waiting times\n\nRegards');
  await expect(dialog.getByText('CAMHS waiting times', { exact: true })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await keepPicture(window, 'dialog-add-many-requests');
  await dialog.getByRole('button', { name: 'Add 2 requests' }).click();

  await expect(window.getByRole('row').filter({ hasText: 'Joint commissioning minutes' })).toContainText(
    '4pm',
  );
  await expect(window.getByRole('contentinfo')).toContainText('Added 2 requests');
});

test('what is given is frozen and found again by the words inside it', async () => {
  const { window, folder, answerDialogs } = launched;
  const path = join(folder, 'minutes.pdf');
  await writeFile(path, await makePdf({ pages: [['The board agreed a pooled budget for therapies.']] }));
  await answerDialogs({ open: [path] });
  await window.getByRole('button', { name: 'Joint commissioning minutes' }).click();
  const request = window.getByRole('dialog', { name: /^Request R-/ });
  await request.getByRole('button', { name: 'Attach files...' }).click();
  await request.getByRole('button', { name: 'Record as given...' }).click();
  const give = window.getByRole('dialog', { name: 'Record as given' });
  await give.getByRole('combobox', { name: 'Given to' }).fill('Lead inspector');
  await keepPicture(window, 'dialog-record-as-given');
  expect(await seriousFindings(window)).toEqual([]);
  await give.getByRole('button', { name: 'Record as given' }).click();
  await expect(request.getByText('version 1')).toBeVisible();
  await keepPicture(window, 'dialog-request-given');
  await window.keyboard.press('Escape');

  await window.getByRole('radio', { name: 'Given' }).check({ force: true });
  await window.getByRole('searchbox', { name: 'Find what was given' }).fill('pooled budget');
  await expect(window.getByText('agreed a pooled budget for therapies')).toBeVisible();
});

test('the board moves a request by its list, and each look of its own is accessible at every size', async () => {
  const { window } = launched;
  // The table is looked at in `views.spec.ts`.
  for (const look of ['Given', 'Board']) {
    await window.getByRole('radio', { name: look }).check({ force: true });
    await lookAt(launched, `requests-${look.toLowerCase()}`);
    await window.getByRole('searchbox').first().fill('');
  }
  await window.getByRole('radio', { name: 'Board' }).check({ force: true });
  const column = window.getByRole('region', { name: 'In quality check' });
  const card = window.getByRole('article').filter({ hasText: 'CAMHS waiting times' });
  await card.getByRole('combobox').focus();
  await card.getByRole('combobox').selectOption({ label: 'In quality check' });
  await expect(column.getByText('CAMHS waiting times')).toBeVisible();
});

test('a request is opened by Ctrl K also where requests are shown already, and once more after it was closed', async () => {
  const { window } = launched;
  for (const _ of ['first', 'again']) {
    await window.keyboard.press('Control+K');
    await window.getByRole('combobox').last().fill('CAMHS waiting times');
    await window.getByRole('option').filter({ hasText: 'CAMHS waiting times' }).first().click();
    await expect(window.getByRole('dialog', { name: /^Request R-/ })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  }
});

test('of a long list little is drawn, and keys, ticks, states and words reach all of it', async () => {
  const { window } = launched;
  await window.getByRole('radio', { name: 'Table' }).check({ force: true });
  await window.getByRole('button', { name: 'Add many...' }).click();
  const lines = Array.from({ length: 300 }, (_, at) => `${at + 1}. Figures of school number s${at + 1}`);
  await window.getByRole('dialog').getByLabel('E-mail or list').fill(lines.join('\n'));
  await window.getByRole('button', { name: 'Add 300 requests' }).click();
  await expect(window.getByRole('dialog')).toBeHidden();
  await window.getByRole('searchbox').fill('figures of school');

  const table = window.getByRole('table', { name: 'Requests' });
  const rows = table.locator('tr[data-row]');
  await expect(table).toHaveAttribute('aria-rowcount', '302');
  expect(await rows.count()).toBeLessThan(60);
  expect(await seriousFindings(window)).toEqual([]);

  // The keys: to the last row, which was not drawn, one up, and back.
  await rows.first().getByRole('button').focus();
  await window.keyboard.press('End');
  const last = table.locator('tr[aria-rowindex="302"]');
  await expect(last.getByRole('button')).toBeFocused();
  await expect(last).toBeInViewport();
  await window.keyboard.press('ArrowUp');
  await expect(table.locator('tr[aria-rowindex="301"]').getByRole('button')).toBeFocused();

  // The focus stays where it is while the list is scrolled away from it.
  await table.hover({ position: { x: 200, y: 40 }, force: true });
  for (let wheel = 0; wheel < 12; wheel += 1) await window.mouse.wheel(0, -1_500);
  await expect(table.locator('tr[aria-rowindex="3"]')).toBeInViewport();
  await expect(table.locator('tr[aria-rowindex="301"]').getByRole('button')).toBeFocused();
  await window.keyboard.press('Home');
  await expect(table.locator('tr[aria-rowindex="3"]').getByRole('button')).toBeFocused();

  // Ticks are of all rows, and of those that the words leave.
  await table.getByRole('checkbox', { name: 'Tick all rows' }).click();
  await expect(window.getByText('300 ticked')).toBeVisible();
  await table.getByRole('checkbox', { name: 'Tick all rows' }).click();
  await window.keyboard.press('Escape');
  await rows.first().getByRole('button').focus();
  await window.keyboard.press('End');
  await last.getByRole('checkbox').click();
  await last.getByRole('combobox').focus();
  await last.getByRole('combobox').selectOption('Sent');
  await window.getByRole('searchbox').fill('figures of school number s299');
  await expect(rows).toHaveCount(1);
  await expect(window.getByText('1 ticked')).toBeVisible();
});

test('the columns of a long list hold while it is scrolled, and fit the window when it is made narrower', async () => {
  const { window } = launched;
  await window.getByRole('searchbox').fill('figures of school');
  const table = window.getByRole('table', { name: 'Requests' });
  const edges = () =>
    table
      .getByRole('columnheader')
      .evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().right)));
  await expect(table.locator('col')).toHaveCount(7);
  const before = await edges();
  await table.locator('tr[data-row]').first().getByRole('button').focus();
  await window.keyboard.press('End');
  await expect(table.locator('tr[aria-rowindex="302"]')).toBeInViewport();
  expect(await edges()).toEqual(before);

  await setSize(launched, { width: 1000, height: 768 });
  await expect(async () => {
    const right = Math.max(...(await edges()));
    expect(right).toBeLessThanOrEqual(1000);
    expect(right).toBeGreaterThan(960);
  }).toPass();
  await setSize(launched, sizes[0]);
});
