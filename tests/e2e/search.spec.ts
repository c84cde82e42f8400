import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { keepPicture, lookAt } from '../support/look.ts';
import { makeDocx, makePdf } from '../support/make-documents.ts';

test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
  const { window, folder, answerDialogs } = launched;
  await goTo(window, 'Evidence');
  const files = {
    'Sufficiency statement.pdf': await makePdf({
      pages: [
        ['Nothing here.'],
        ['Still nothing.'],
        ['Transport to the quokka centre is reviewed each term.'],
      ],
    }),
    'Board minutes.docx': await makeDocx({
      paragraphs: ['The quokka centre opened.', 'Transport was late for 999 000 0018.'],
    }),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await answerDialogs({ open: Object.keys(files).map((name) => join(folder, name)) });
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  await expect(window.getByText('2 added.')).toBeVisible();
});
test.afterAll(() => launched.close());

test('what is typed is found as it is typed, narrowed, and opened on its page with the words marked', async () => {
  const { window } = launched;
  await goTo(window, 'Search');
  await window.getByRole('searchbox', { name: 'Search everything' }).fill('quokka trans');
  const results = window.getByRole('list', { name: 'Results' });
  await expect(results.getByRole('listitem')).toHaveCount(2);
  await expect(results.locator('mark').first()).toBeVisible();

  await window.getByRole('searchbox', { name: 'Search everything' }).fill('"quokka centre is" -opened');
  await expect(results.getByRole('listitem')).toHaveCount(1);
  await results.getByRole('button', { name: /Page 3/ }).click();

  await expect(window.getByRole('heading', { name: 'Sufficiency statement' })).toBeVisible();
  await expect(window.getByRole('region', { name: 'Page 3', exact: true })).toBeInViewport();
  await expect(window.getByText('Hit 1 of 1')).toBeVisible();
  await expect.poll(() => window.evaluate(() => CSS.highlights.get('evidence-hit-current')?.size)).toBe(1);
});

test('Ctrl+K finds words inside documents, and leads to the whole list', async () => {
  const { window } = launched;
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox', { name: 'Search or do anything' }).fill('quokka');
  await expect(window.getByRole('group', { name: 'In documents' }).getByRole('option')).toHaveCount(2);
  await keepPicture(window, 'search-palette');
  await window.getByRole('option', { name: /Board minutes/ }).click();
  await expect(window.getByRole('heading', { name: 'Board minutes' })).toBeVisible();
  await expect(window.frameLocator('iframe').locator('mark')).toHaveText('quokka');

  await window.keyboard.press('Control+k');
  await window.getByRole('combobox', { name: 'Search or do anything' }).fill('transport');
  await window.getByRole('option', { name: 'Search everything for “transport”' }).click();
  await expect(window.getByRole('searchbox', { name: 'Search everything' })).toHaveValue('transport');
});

test('boards, surveys and actions are found by their words and open where they are kept', async () => {
  const { window } = launched;
  const opens: readonly (readonly [string, string, string])[] = [
    ['partnership board', 'Board', 'SEND partnership board'],
    ['practitioners', 'Survey', 'Practitioners'],
    ['waiting times', 'Finding', 'waiting times'],
  ];
  for (const [typed, title, words] of opens) {
    await goTo(window, 'Search');
    await window.getByRole('searchbox', { name: 'Search everything' }).fill(typed);
    const kind = new RegExp(`^${title}`);
    const hit = window
      .getByRole('list', { name: 'Results' })
      .getByRole('listitem')
      .filter({
        has: window.locator('.search-hit-facts', { hasText: kind }),
      });
    await hit.filter({ hasText: words }).first().getByRole('button').first().click();
    await expect(window.getByRole('dialog', { name: title })).toBeVisible();
    await window.keyboard.press('Escape');
  }
  await goTo(window, 'Search');
  await window.getByRole('searchbox', { name: 'Search everything' }).fill('transport');
});

test('it can be used at every size and in both themes', async () => {
  const { window } = launched;
  await expect(window.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
  const late = window.getByText('was late for');
  await expect(late).toContainText('999 000 0018');
  await window.getByRole('button', { name: 'Names as codes' }).click();
  await expect(late).toContainText('[NHS number]');
  await lookAt(launched, 'search-results');
});
