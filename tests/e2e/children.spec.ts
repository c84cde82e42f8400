import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createEngagement, goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import { keepPicture, seriousFindings, setSize, sizes, widthBeyondWindow } from '../support/look.ts';
import { makePdf } from '../support/make-documents.ts';

/** One child, from being named to being removed and brought back. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await createEngagement(launched, {
    kind: 'Area SEND full inspection',
    council: 'Aldermere',
    date: 'Monday 9 November 2026',
    path: join(launched.folder, 'Children.lano'),
  });
});
test.afterAll(() => launched.close());

test('a child is added under a code, and a wrong number is kept and explained', async () => {
  const { window, app } = launched;
  await goTo(window, 'Children');
  await window.getByRole('button', { name: 'Add child...' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add child' }).click();
  await expect(dialog.getByText('Enter the surname.')).toBeVisible();
  await dialog.getByLabel('First name').fill('Jaden');
  await dialog.getByLabel('Surname').fill('Tarrow');
  await dialog.getByLabel('UPN').fill('A827287543799');
  await expect(dialog.getByText('Kept as typed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add child' }).click();

  await expect(window.getByRole('heading', { name: 'Jaden Tarrow' })).toBeVisible();
  await expect(window.getByText('Kept as it came.')).toBeVisible();
  await expect(window.getByRole('contentinfo')).toContainText('Added Child A');
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).not.toContain('Tarrow');
});

test('consent is given and withdrawn again, and both stay on record', async () => {
  const { window } = launched;
  const band = window.getByRole('region', { name: 'Consent' });
  await band.getByRole('button', { name: 'Record answer...' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Consent given' }).check();
  await dialog.getByLabel('Recorded by, and how').fill('D Whitfield, by phone');
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(band.getByText('Parent or carer: given')).toBeVisible();

  await band.getByRole('button', { name: 'Withdraw...' }).click();
  await expect(dialog.getByText('This concerns no meetings to come and no documents.')).toBeVisible();
  await dialog.getByLabel('Recorded by, and how').fill('D Whitfield, by phone');
  await dialog.getByRole('button', { name: 'Withdraw consent' }).click();
  await expect(band.getByText('Parent or carer: withdrawn')).toBeVisible();
  await expect(band.getByText('Meetings and packs are held until it is given')).toBeVisible();

  await band.getByRole('button', { name: 'History, 2' }).click();
  await expect(dialog.getByRole('row')).toHaveCount(3);
  await window.keyboard.press('Escape');
});

test('a document is asked for, another does not apply, a third comes in', async () => {
  const { window, folder, answerDialogs } = launched;
  const row = (name: string) => window.getByRole('row').filter({ hasText: name });
  await row('One-page profile')
    .getByRole('button', { name: /^Ask for/ })
    .click();
  await expect(row('One-page profile').getByText('Asked')).toBeVisible();

  await window.getByRole('button', { name: 'Actions for Continuing care papers' }).click();
  await window.getByRole('menuitem', { name: 'Not applicable...' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Mark as not applicable' }).click();
  await expect(dialog.getByText('Say why it does not apply.')).toBeVisible();
  await dialog.getByLabel('Why it does not apply').fill('No need recorded');
  await dialog.getByRole('button', { name: 'Mark as not applicable' }).click();
  await expect(row('Continuing care papers').getByText('No need recorded')).toBeVisible();

  const plan = join(folder, 'Plan of Jaden Tarrow.pdf');
  await writeFile(plan, await makePdf({ pages: [['Education, health and care plan.']] }));
  await answerDialogs({ open: [plan] });
  await window.getByRole('button', { name: 'Actions for Current EHC plan' }).click();
  await window.getByRole('menuitem', { name: 'Attach file...' }).click();
  await expect(row('Current EHC plan').getByText('Received')).toBeVisible();
  await expect(window.getByText('1 of 40 ready')).toBeVisible();
});

test('events of two agencies stand in one order, and the audit says what is done about a gap', async () => {
  const { window } = launched;
  const dialog = window.getByRole('dialog');
  await window.getByRole('tab', { name: 'Chronology' }).click();
  await window.getByRole('button', { name: 'Add many...' }).click();
  await dialog
    .getByLabel('Events')
    .fill('12/03/2024 Referred to CAMHS (GP letter)\n4 May 2023: Jaden began at Northgate (School log)');
  await keepPicture(window, 'dialog-add-many-events');
  expect(await seriousFindings(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add 2 events' }).click();
  const events = window.getByRole('table', { name: 'Chronology of this child' });
  await expect(events.getByRole('row').filter({ hasText: '4 May 2023' })).toContainText('School log');

  await window.getByRole('tab', { name: 'Audit' }).click();
  await window.getByRole('button', { name: 'Add finding' }).click();
  await dialog.getByRole('radio', { name: 'Gap' }).check();
  await dialog.getByLabel('What was found').fill('Health advice came nine weeks late.');
  await dialog.getByLabel('Criterion').selectOption({ index: 1 });
  expect(await seriousFindings(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add finding' }).click();
  await expect(window.getByText('Health advice came nine weeks late.')).toBeVisible();
  for (const tab of ['Audit', 'Chronology']) {
    await window.getByRole('tab', { name: tab }).click();
    await keepPicture(window, `child-${tab.toLowerCase()}`);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await setSize(launched, sizes[2]);
  await keepPicture(window, 'child-chronology-400-percent');
  expect(await widthBeyondWindow(window)).toBeLessThanOrEqual(0);

  await window.getByRole('button', { name: 'Menu' }).click();
  await goTo(window, 'Help');
  await expect(window.getByRole('heading', { name: 'Help and accessibility' })).toBeVisible();
  await expect(window.getByRole('navigation')).toBeHidden();
  await setSize(launched, sizes[0]);
  await goTo(window, 'Children');
  await window
    .getByRole('table', { name: 'Tracked children' })
    .getByRole('button', { name: 'Child A' })
    .click();
});

test('the name is nowhere while names are codes', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: 'Log...' }).click();
  await window.getByRole('dialog').getByLabel('What was said').fill('The advice came late.');
  await window.keyboard.press('Control+Enter');
  const about = window.getByRole('complementary', { name: 'About this child' });
  await expect(about.getByRole('button', { name: 'The advice came late.' })).toBeVisible();
  await window.getByRole('button', { name: 'Names as codes' }).click();

  await expect(window.getByRole('heading', { name: 'Child A', exact: true })).toBeVisible();
  await expect(window.getByRole('main')).not.toContainText(/Jaden|Tarrow/);
  await window.getByRole('button', { name: 'Names as codes' }).click();
});

test('a child is removed, and Undo brings everything back', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: 'More for Child A' }).click();
  await window.getByRole('menuitem', { name: 'Remove child...' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove Child A' }).click();
  await expect(window.getByText('No child is tracked yet')).toBeVisible();

  await window.keyboard.press('Control+Z');
  await window.getByRole('table').getByText('Child A').click();

  await expect(window.getByText('1 of 40 ready')).toBeVisible();
  await expect(window.getByText('Parent or carer: withdrawn')).toBeVisible();
});
