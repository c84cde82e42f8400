import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { keepPicture, lookAt, seriousFindings } from '../support/look.ts';
import { makeDocx, makePdf } from '../support/make-documents.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
});
test.afterAll(() => launched.close());

test('a document is marked, checked by somebody else, and becomes a safe copy', async () => {
  const { window } = launched;
  const path = join(launched.folder, 'Minutes of the panel.pdf');
  const lines = [
    'The panel met on Monday and heard from the school about two of its pupils.',
    'Jaden Tarrow has settled, and the panel agreed that Jaden may stay where he is.',
    'The panel will meet again in the spring to hear how both of them are getting on.',
  ];
  await writeFile(
    path,
    await makePdf({ pages: [lines, ['The second page has nothing to hide from anybody who may read it.']] }),
  );
  await goTo(window, 'Evidence');
  await launched.answerDialogs({ open: [path] });
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Redact a copy...' }).click();
  await expect(window.getByRole('heading', { name: /^Redact “Minutes of the panel”/ })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await window.getByRole('button', { name: 'Begin' }).click();

  const found = window.getByRole('list', { name: 'Found on the pages' });
  await expect(found.getByRole('listitem')).toHaveCount(2, { timeout: 60_000 });
  await expect(window.getByRole('button', { name: 'Make the safe copy' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await found
    .getByRole('button', { name: /^Take out/ })
    .first()
    .click();
  await expect(found.getByRole('listitem')).toHaveCount(1);
  await window.getByRole('button', { name: 'Take all out' }).click();
  await expect(window.getByText('Everything that was found is decided')).toBeVisible();

  const page = window.getByRole('region', { name: 'Page 1' });
  await window.getByRole('button', { name: 'Add a box' }).click();
  const marks = page.getByRole('button', { name: /^Taken out/ });
  await expect(marks).toHaveCount(3);
  const room = await page.boundingBox();
  if (!room) throw new Error('the page is drawn');
  await window.mouse.move(room.x + room.width * 0.2, room.y + room.height * 0.25);
  await window.mouse.down();
  await window.mouse.move(room.x + room.width * 0.5, room.y + room.height * 0.3, { steps: 4 });
  await window.mouse.up();
  await expect(marks).toHaveCount(4);
  await marks.last().focus();
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Delete');
  await expect(marks).toHaveCount(3);
  await window.getByLabel('A word, name or number').fill('spring');
  await window.getByRole('button', { name: 'Mark everywhere' }).click();
  await expect(marks).toHaveCount(4);

  await lookAt(launched, 'redaction');

  await window.getByLabel('Who looked at every mark, by name or role').fill('Head of SEN');
  await window.getByRole('button', { name: 'Record the check' }).click();
  await window.getByRole('button', { name: 'Make the safe copy' }).click();
  await expect(window.getByText('Made and proved')).toBeVisible({ timeout: 120_000 });
  await lookAt(launched, 'redaction-made');
  await window.getByRole('button', { name: 'Open the copy' }).click();
  await expect(window.getByRole('heading', { name: 'Minutes of the panel, redacted' })).toBeVisible();
  await window.getByRole('region', { name: 'Page 1' }).waitFor();
  await expect(window.getByText('The panel met on Monday and heard from')).toBeVisible();
  await expect(window.getByText(/Jaden|Tarrow|spring/)).toHaveCount(0);
});

test('a Word document gets pages first, and says that they may differ', async () => {
  const { window } = launched;
  const path = join(launched.folder, 'Note of the visit.docx');
  const paragraphs = [
    'The visit went well.',
    'Jaden Tarrow showed his work, and Tarrow is spoken of in the note twice.',
  ];
  await writeFile(path, await makeDocx({ paragraphs }));
  await goTo(window, 'Evidence');
  await launched.answerDialogs({ open: [path] });
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  await expect(window.getByRole('heading', { name: 'Note of the visit' })).toBeVisible();
  await window.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Redact a copy...' }).click();
  await window.getByRole('button', { name: 'Begin' }).click();

  await expect(window.getByText(/lines and pages may break elsewhere/)).toBeVisible();
  const found = window.getByRole('list', { name: 'Found on the pages' });
  await expect(found.getByRole('listitem')).toHaveCount(2, { timeout: 60_000 });
  await expect.poll(() => inkOn(window.locator('.redaction-page canvas'))).toBeGreaterThan(100);
  await keepPicture(window, 'redaction-word');
});

/** How many pixels of a canvas are dark. */
const inkOn = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4)
      if ((pixels[at] ?? 255) < 100 && (pixels[at + 3] ?? 0) > 200) dark += 1;
    return dark;
  });
