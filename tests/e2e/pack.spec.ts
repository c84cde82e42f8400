import { execFile } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { seriousFindings } from '../support/look.ts';
import { makeDocx } from '../support/make-documents.ts';

let launched: LaunchedApp;
let into: string;

test.beforeAll(async () => {
  launched = await launchApp();
  into = join(launched.folder, 'hand-over');
  await mkdir(into);
  await openSample(launched);
});
test.afterAll(() => launched.close());

test('a pack about one child is checked, made, proved and logged', async () => {
  const { window } = launched;
  const plan = join(launched.folder, 'Support plan.docx');
  await writeFile(
    plan,
    await makeDocx({ paragraphs: ['What the school will do until Easter.'], comment: 'Not yet' }),
  );
  await goTo(window, 'Children');
  await window
    .getByRole('table')
    .getByRole('button', { name: /^Child C/ })
    .click();
  await launched.answerDialogs({ open: [plan] });
  await window.getByRole('button', { name: 'Attach files' }).click();
  await expect(window.getByText('Support plan').first()).toBeVisible();
  await goTo(window, 'Packs');
  await window.getByLabel('What the pack is about').selectOption({ label: 'Child C' });
  await expect(window.getByRole('heading', { name: 'Pack for Child C' })).toBeVisible();
  const make = window.getByRole('button', { name: 'Make pack...' });
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  await expect(window.getByText('Waits for your reason. Nothing has been written yet.')).toBeVisible();

  await window.getByText(/^Form:/).click();
  await window.getByLabel('Covering note').fill('As asked for on Monday.');
  await window.getByLabel(/^Number the pages/).check();
  await window.getByLabel(/^PDF copies of Office files/).check();
  await expect(window.getByText('As a PDF copy, made with the pack; its layout may differ')).toBeVisible();
  await window.getByText(/^Form:/).click();
  await window.getByRole('combobox', { name: 'Reader' }).fill('Helen Whitcombe');
  await window.getByLabel('Why it goes as it is').fill('The rest follows on Thursday');
  await launched.answerDialogs({ folder: into });
  await make.click();

  await expect(window.getByRole('heading', { name: 'The pack is made' })).toBeFocused({ timeout: 30_000 });
  const names = await readdir(into);
  expect(names).toHaveLength(2);
  const folder = join(into, names.find((name) => !name.endsWith('.zip')) ?? '');
  expect(folder).toMatch(/Child C pack \d{4}-\d\d-\d\d$/);
  if (process.platform === 'linux') {
    await promisify(execFile)('sha256sum', ['--check', '--strict', 'manifest-sha256.txt'], { cwd: folder });
  }

  const index = await getDocument({
    data: new Uint8Array(await readFile(join(folder, 'data', '000 Index.pdf'))),
  }).promise;
  expect(await index.getMarkInfo()).toMatchObject({ Marked: true });
  const words = await textOf(index);
  expect(words).toContain('Helen Whitcombe');
  expect(words).toContain('The rest follows on Thursday');
  expect(words).not.toMatch(/Jaden|Tarrow/);

  const [name = ''] = (await readdir(join(folder, 'data'))).filter((one) => one.endsWith('Support plan.pdf'));
  const printed = await getDocument({ data: new Uint8Array(await readFile(join(folder, 'data', name))) })
    .promise;
  expect(await textOf(printed)).toMatch(/What the school will do until Easter\..*OFFICIAL-SENSITIVE/);
  expect(await textOf(printed)).not.toContain('Not yet');

  const log = window.getByRole('table', { name: 'Packs made' });
  await expect(log.getByRole('row').filter({ hasText: 'Helen Whitcombe' })).toContainText('Child C');
  await window.getByRole('button', { name: 'Copy the passphrase' }).click();
  const copied = await launched.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^([a-z2-9]{4}-){5}[a-z2-9]{4}$/);
  await expect(window.getByText(copied)).toBeVisible();

  await window.getByRole('button', { name: 'I have the passphrase' }).click();

  await expect(window.getByText(copied)).toBeHidden();

  await window.getByRole('button', { name: 'Check a pack...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Check a pack' });
  await launched.answerDialogs({ folder, open: [`${folder}.zip`] });
  await dialog.getByRole('button', { name: 'Choose a folder...' }).click();
  await expect(dialog.getByText('This is the pack that was made, unchanged.')).toBeVisible();
  await appendFile(join(folder, 'data', '000 Index.pdf'), ' ');
  await dialog.getByRole('button', { name: 'Choose a folder...' }).click();
  await expect(dialog.getByText('This pack is not as it was made.')).toBeVisible();
  await expect(dialog.getByText('data/000 Index.pdf')).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await dialog.getByLabel('Passphrase of the zip').fill(copied);
  await dialog.getByRole('button', { name: 'Choose a zip...' }).click();
  await expect(dialog.getByText('This is the pack that was made, unchanged.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await window.getByRole('button', { name: 'Save as a recipe...' }).click();
  await window.getByLabel('Name of the recipe').fill('Daily');
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByLabel('Recipe', { exact: true })).toHaveValue(/.+/);
  await window.getByRole('button', { name: 'Order...' }).click();
  const rows = window.getByRole('dialog').getByRole('listitem');
  expect(await seriousFindings(window)).toEqual([]);
  const titles = rows.locator('.packs-order-title');
  const second = (await titles.nth(1).textContent()) ?? '';
  await rows.nth(1).getByRole('button', { name: /up$/ }).click();
  await expect(titles.first()).toHaveText(second);
  await rows.first().dragTo(rows.nth(1));
  await expect(titles.nth(1)).toHaveText(second);
  await window.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
});

test('a board paper goes in as a PDF before the document it names, and what was cut short is told', async () => {
  const { window } = launched;
  const board = join(launched.folder, 'board');
  const cutShort = 'Child C pack 2026-11-23 (unfinished)';
  await mkdir(join(board, cutShort), { recursive: true });
  await window.getByRole('navigation').getByRole('button', { name: 'Packs' }).click();
  await window.getByLabel('What the pack is about').selectOption({ label: 'SEND update for scrutiny' });
  await expect(window.getByRole('heading', { name: 'Pack for SEND update for scrutiny' })).toBeVisible();
  await expect(window.getByText(/^The paper and 1 document/)).toBeVisible();
  await launched.answerDialogs({ folder: board });
  await window.getByRole('button', { name: 'Make pack...' }).click();

  await expect(window.getByRole('heading', { name: 'The pack is made' })).toBeFocused({ timeout: 30_000 });
  await expect(window.getByText(cutShort)).toBeVisible();
  const [folder = ''] = (await readdir(board)).filter(
    (name) => name.startsWith('SEND') && !name.endsWith('.zip'),
  );
  const paper = await readFile(join(board, folder, 'data', '000 Board paper.pdf'));
  const words = await textOf(await getDocument({ data: new Uint8Array(paper) }).promise);
  expect(words).toContain('Waiting times stay the main risk.');
  expect(await readdir(join(board, folder, 'data'))).toHaveLength(3);
});

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

async function textOf(pdf: Pdf): Promise<string> {
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join(' ').replaceAll(/\s+/g, ' ');
}
