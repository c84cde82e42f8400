import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createEngagement, goTo, journeyPassphrase, unlock } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { keepPicture, lookAt, setSize, sizes } from '../support/look.ts';
import { makeDocx, makePdf, makeScan } from '../support/make-documents.ts';
import { makePrintedTiff, makeScanOf } from '../support/make-scans.ts';

test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  const { folder } = launched;
  await createEngagement(launched, {
    kind: 'Area SEND full inspection',
    council: 'Northmere',
    date: '9/11/2026',
    path: join(folder, 'Northmere.lano'),
  });
  await goTo(launched.window, 'Evidence');
});
test.afterAll(() => launched.close());

const hostilePage = `<!doctype html><html><body onload="top.location='https://example.org'"><p onclick="alert(1)">Plain words.</p>
<script>alert(1)</script><style>p{display:none}</style><img src="https://example.org/a.png" onerror="alert(1)">
<a href="https://example.org">link</a><form action="https://example.org"><input name="a"></form></body></html>`;

const pages = [
  ['Short breaks statement', 'Families were waiting in April.'],
  ['Nothing to see.'],
  ['By October nobody was waiting.'],
];

test('files are taken in, each bad one refused with its reason, and a document is read and searched inside the app', async () => {
  const { window, folder, answerDialogs } = launched;
  const files: Readonly<Record<string, Uint8Array>> = {
    'Short breaks statement.pdf': await makePdf({ pages }),
    'Report of visit.docx': await makeDocx({
      paragraphs: [
        'The visit went well.',
        ...Array(60).fill('And so on.'),
        'A <script>second</script> line.',
      ],
    }),
    'Letter.pdf': await makeScan(1),
    'Bulletin.html': new TextEncoder().encode(hostilePage),
    'empty.pdf': new Uint8Array(),
    'locked.pdf': await makePdf({ password: 'a secret' }),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await answerDialogs({ open: Object.keys(files).map((name) => join(folder, name)) });

  await window.getByRole('button', { name: 'Add files...' }).first().click();

  await expect(window.getByText('4 added, 2 not added.')).toBeVisible();
  await expect(window.getByText('This file is empty (0 bytes)', { exact: false })).toBeVisible();
  await expect(window.getByText('protected by a password', { exact: false })).toBeVisible();
  const list = window.getByRole('list', { name: 'Documents' });
  await expect(list.getByRole('button')).toHaveCount(4);

  await list.getByRole('button', { name: 'Short breaks statement' }).click();
  const paper = window.getByRole('region', { name: 'Page 1', exact: true });
  await expect(paper.getByText('Families were waiting in April.')).toBeVisible();
  await window.getByRole('searchbox', { name: 'Find in document' }).fill('waiting');
  await expect(window.getByText('Hit 1 of 2')).toBeVisible();
  await window.getByRole('button', { name: 'Next hit' }).click();
  await expect(
    window.getByRole('region', { name: 'Page 3', exact: true }).getByText('nobody was waiting'),
  ).toBeInViewport();
  await expect.poll(() => window.evaluate(() => CSS.highlights.get('evidence-hit-current')?.size)).toBe(1);
  await window.getByLabel('Page', { exact: true }).fill('1');
  await window.keyboard.press('Enter');
  await expect(paper).toBeInViewport();

  await list.getByRole('button', { name: 'Report of visit' }).click();
  const frame = window.frameLocator('iframe');
  await expect(frame.getByText('A <script>second</script> line.')).toBeVisible();
  await expect(window.locator('iframe')).toHaveAttribute('sandbox', '');
  await window.getByRole('searchbox', { name: 'Find in document' }).fill('SECOND');
  await expect(window.getByText('Hit 1 of 1')).toBeVisible();
  await expect(frame.locator('mark')).toBeInViewport();

  await list.getByRole('button', { name: 'Bulletin' }).click();
  await expect(frame.getByText('Plain words.')).toBeVisible();
  await expect(
    frame.locator('body').locator('script, form, input, style, a[href], [onerror], [onclick], img[src]'),
  ).toHaveCount(0);
});

test('a document is linked, edited and taken out, and Undo brings it back as it was', async () => {
  const { window } = launched;
  const list = window.getByRole('list', { name: 'Documents' });
  await list.getByRole('button', { name: 'Short breaks statement' }).click();
  await window.getByRole('button', { name: 'Link to...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Link to' });
  await dialog.getByRole('combobox').fill('request');
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(window.getByRole('list', { name: 'Evidence for' }).getByRole('listitem')).toHaveCount(1);

  await window.getByRole('button', { name: 'More for Short breaks statement' }).click();
  await window.getByRole('menuitem', { name: 'Edit details...' }).click();
  await window.getByRole('dialog').getByLabel('Title').fill('Short breaks statement 2026');
  await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(window.getByRole('heading', { name: 'Short breaks statement 2026' })).toBeVisible();

  await window.getByRole('button', { name: 'More for Short breaks statement 2026' }).click();
  await window.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(list.getByRole('button')).toHaveCount(3);
  await window.keyboard.press('Control+z');
  await expect(list.getByRole('button', { name: 'Short breaks statement 2026' })).toBeVisible();
});

test('a document that names one child is proposed for its papers and then for its checklist, and goes there only when the user says so', async () => {
  const { window, folder, answerDialogs } = launched;
  await goTo(window, 'Children');
  await window
    .getByRole('button', { name: /Add (a )?child/ })
    .first()
    .click();
  const form = window.getByRole('dialog');
  await form.getByLabel('First name').fill('Ottoline');
  await form.getByLabel('Surname').fill('Fennimore');
  await form.getByRole('button', { name: /Add/ }).last().click();
  await expect(form).toBeHidden();
  await goTo(window, 'Evidence');
  const paths = ['Complaint.txt', 'Fennimore annual review.pdf'].map((name) => join(folder, name));
  await writeFile(paths[0] ?? '', 'The headteacher wrote of Ottoline Fennimore, among others.');
  await writeFile(paths[1] ?? '', await makePdf({ pages: [['The review.']] }));
  await answerDialogs({ open: paths });
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  const list = window.getByRole('list', { name: 'Documents' });
  await window.getByText('2 documents for nobody yet name one child.').waitFor();
  await list.getByRole('button', { name: 'Complaint' }).click();
  await window.getByRole('button', { name: 'Not Child A’s' }).click();
  await expect(window.getByText('Put it with Child A’s papers?')).toBeHidden();
  await window.keyboard.press('Control+z');
  await window.getByRole('button', { name: 'Not Child A’s' }).click();
  await window.getByText('1 document for nobody yet names one child.').waitFor();
  await list.getByRole('button', { name: 'Child A annual review' }).click();
  await expect(window.getByText('Fennimore')).toHaveCount(0);
  await window.getByRole('button', { name: 'Put with Child A' }).click();

  await window.getByText('1 document seems to answer a checklist.').waitFor();
  await window.getByRole('button', { name: 'Look...' }).click();
  await expect(window.getByRole('dialog').getByRole('listitem')).toContainText('Last two annual reviews');
  await window.getByRole('button', { name: 'Link the ticked' }).click();

  await expect(window.getByText('1 document seems to answer a checklist.')).toBeHidden();
  await expect(window.getByRole('list', { name: 'Evidence for' }).getByRole('listitem')).toHaveCount(2);
});

test('files and screenshots are pasted in; what is pasted into a field stays there', async () => {
  const { window, folder } = launched;
  const path = join(folder, 'Pasted letter.txt');
  await writeFile(path, 'A letter that was copied.');
  // A chosen file knows its place on disk as a copied one does; the page cannot make one that does.
  await window.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'copied' })),
  );
  await window.locator('#copied').setInputFiles(path);
  const paste = (into: string) =>
    window
      .locator(into)
      .first()
      .evaluate((place) => {
        const clipboardData = new DataTransfer();
        for (const file of document.querySelector<HTMLInputElement>('#copied')?.files ?? [])
          clipboardData.items.add(file);
        place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        return clipboardData.files.length;
      });
  const list = window.getByRole('list', { name: 'Documents' });
  const before = await list.getByRole('button').count();

  expect(await paste('.evidence-side input')).toBe(1);
  await paste('.evidence-side');

  await expect(list.getByRole('button', { name: 'Pasted letter' })).toBeVisible();
  await expect(window.getByText('1 added.')).toBeVisible();
  await expect(list.getByRole('button')).toHaveCount(before + 1);
  await window.locator('#copied').evaluate((input) => input.remove());

  await window.locator('.evidence-side').evaluate(async (place) => {
    const canvas = new OffscreenCanvas(640, 240);
    const pen = canvas.getContext('2d');
    pen?.fillRect(0, 0, 640, 120);
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([await canvas.convertToBlob()], 'image.png', { type: 'image/png' }));
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(list.getByRole('button', { name: /^Pasted \d+ [A-Z][a-z]+ \d{4} at / })).toBeVisible();
  await expect(window.getByRole('img', { name: /^Pasted .*, as it was received$/ })).toBeVisible();

  await window.locator('.evidence-side').evaluate((place) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['no file on the disk'], 'note.txt', { type: 'text/plain' }));
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(window.getByRole('alert')).toContainText('What was dropped or pasted is neither a file nor');
});

test('what a document hides, and which other it is much like, is said beside it', async () => {
  const { window, folder, answerDialogs } = launched;
  const paragraphs = Array.from(
    { length: 12 },
    (_, at) => `In term ${at} the families waited ${at * 3} days.`,
  );
  const paths = [join(folder, 'Waiting times.docx'), join(folder, 'Waiting times, draft.txt')] as const;
  await writeFile(
    paths[0],
    await makeDocx({ paragraphs, comment: 'Is this so?', author: 'Ottoline Fennimore' }),
  );
  await writeFile(paths[1], [...paragraphs, 'More to come.'].join('\n'));
  await answerDialogs({ open: paths });
  await window.getByRole('button', { name: 'Add files...' }).first().click();

  const list = window.getByRole('list', { name: 'Documents' });
  await list.getByRole('button', { name: 'Waiting times, draft' }).click();
  await window
    .getByText('Much like')
    .locator('..')
    .getByRole('button', { name: 'Waiting times', exact: true })
    .click();

  await expect(window.getByRole('heading', { name: 'Waiting times', exact: true })).toBeVisible();
  await expect(window.getByText('Hidden in the file')).toBeVisible();
  await expect(window.getByText('1 comment, author: Child A')).toBeVisible();

  await window.getByRole('button', { name: 'Names as codes' }).click();
  await expect(window.getByText('Covered while names are codes')).toBeVisible();
  await expect(window.locator('iframe')).toHaveCount(0);
  await keepPicture(window, 'evidence-covered');
  await window.getByRole('button', { name: 'Show it all the same' }).click();
  await expect(window.frameLocator('iframe').getByText('In term 0 the families waited')).toBeVisible();
  await window.getByRole('button', { name: 'Names as codes' }).click();
  await window.getByRole('button', { name: 'Names as codes' }).click();
  await expect(window.getByText('Covered while names are codes')).toBeVisible();
  await window.getByRole('button', { name: 'Names as codes' }).click();
});

test('a large scan is taken in by a thread of its own, and one of two pages is drawn page by page', async () => {
  const { window, folder, answerDialogs } = launched;
  const path = join(folder, 'Large plan.tif');
  await writeFile(path, Buffer.concat([Buffer.from('49492a00', 'hex'), Buffer.alloc(20_000_000, 65)]));
  const fax = join(folder, 'Fax.tif');
  await writeFile(fax, await makePrintedTiff([['The first sheet'], ['The last sheet']]));
  await answerDialogs({ open: [path, fax] });

  await window.getByRole('button', { name: 'Add files...' }).first().click();

  const list = window.getByRole('list', { name: 'Documents' });
  await expect(list.getByRole('button', { name: 'Large plan' })).toContainText('No words read', {
    timeout: 60_000,
  });
  await list.getByRole('button', { name: 'Fax' }).click();
  const second = window.getByRole('img', { name: 'Page 2 of Fax' });
  await second.scrollIntoViewIfNeeded();
  await expect.poll(() => second.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1240);
  await expect(window.getByText('Page 2 of 2', { exact: true })).toBeVisible();
});

test('a scan is read in the background, found by its words and opened at them, with its pages shown small', async () => {
  const { window, folder, answerDialogs } = launched;
  const path = join(folder, 'Posted letter.pdf');
  await writeFile(path, await makeScanOf([['Dear colleague,'], ['The quokka provision is reviewed.']]));
  await answerDialogs({ open: [path] });
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  await expect(window.getByText('2 pages read by OCR', { exact: false })).toBeVisible({ timeout: 60_000 });

  await goTo(window, 'Search');
  await window.getByRole('searchbox', { name: 'Search everything' }).fill('quokka');
  await window
    .getByRole('list', { name: 'Results' })
    .getByRole('button', { name: /Page 2/ })
    .click();

  await expect(window.getByText('Hit 1 of 1')).toBeVisible();
  await expect.poll(() => window.evaluate(() => CSS.highlights.get('evidence-hit-current')?.size)).toBe(1);
  await expect(window.getByRole('region', { name: 'Page 2', exact: true })).toBeInViewport();
  await window.getByRole('button', { name: 'Pages', exact: true }).click();
  const small = window.getByRole('navigation', { name: 'Pages' });
  await expect(small.getByRole('button', { name: 'Go to page 2' })).toHaveAttribute('aria-current', 'page');
  await keepPicture(window, 'scan-read');
  await small.getByRole('button', { name: 'Go to page 1' }).click();
  await expect(window.getByRole('region', { name: 'Page 1', exact: true })).toBeInViewport();
});

test('a file put into the watched folder comes in by itself, until that is stopped', async () => {
  const { window, folder, answerDialogs } = launched;
  const inbox = join(folder, 'Inbox');
  await mkdir(inbox);
  await answerDialogs({ folder: inbox });
  await window.getByRole('button', { name: 'Watch a folder for new files...' }).click();
  await expect(window.getByText('New files in “Inbox” are taken in by themselves.')).toBeVisible();

  await writeFile(join(inbox, 'Minutes of the board.txt'), 'The board met.');

  await expect(window.getByText('From “Inbox”: 1 added.')).toBeVisible({ timeout: 30_000 });
  await expect(window.getByRole('button', { name: /^Minutes of the board/ })).toBeVisible();
  await keepPicture(window, 'watched-folder');
  await window.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(window.getByText('are taken in by themselves')).toBeHidden();
});

test('a laptop that goes to sleep while files come in loses nothing, and says what to add again', async () => {
  const { window, folder, app, answerDialogs } = launched;
  const paths = [join(folder, 'Video still.jpg'), join(folder, 'Minutes of the meeting.txt')] as const;
  await writeFile(paths[0], Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(150_000_000, 7)]));
  await writeFile(paths[1], 'The board met again.');
  await answerDialogs({ open: paths });
  const list = window.getByRole('list', { name: 'Documents' });
  const counted = window.getByRole('navigation').getByRole('button', { name: /^Evidence/ });
  const before = (await counted.textContent()) ?? '';
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  await window.getByText('Adding file 1 of 2').waitFor();

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await unlock(window, journeyPassphrase);

  await expect(window.getByRole('list', { name: 'Notices' })).toContainText(
    'none of them was kept. They are',
  );
  await goTo(window, 'Evidence');
  await expect(counted).toHaveText(before);
  await answerDialogs({ open: [paths[1]] });
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  await expect(list.getByRole('button', { name: 'Minutes of the meeting' })).toBeVisible();
  await list.getByRole('button', { name: 'Posted letter' }).click();
});

test('it can be used at every size and in both themes', async () => {
  const { window } = launched;
  await lookAt(launched, 'evidence-reading');
  await setSize(launched, sizes[2]);
  await window.getByRole('button', { name: 'All documents' }).click();
  await expect(window.getByRole('list', { name: 'Documents' })).toBeVisible();
});
