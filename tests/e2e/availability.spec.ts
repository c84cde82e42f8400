import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { keepPicture, seriousFindings } from '../support/look.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
});
test.afterAll(() => launched.close());

test('a person’s absence and calendar are kept, and the timetable shows and refuses the time', async () => {
  const { window, answerDialogs, folder } = launched;
  const onTuesday = async () => {
    await goTo(window, 'Timetable');
    await window.getByRole('tab', { name: /Tuesday \d+/ }).click();
  };
  await onTuesday();
  const meeting = window.getByRole('gridcell', { name: /^Child B tracking meeting\./ }).first();
  await meeting.focus();
  await window.keyboard.press('m');
  await expect(window.locator('.timetable-away', { hasText: 'L Kovac' }).first()).toBeVisible();
  await window.keyboard.press('Escape');

  await goTo(window, 'People and places');
  await window.getByRole('button', { name: /^Lena Kovac/ }).click();
  await window.getByRole('button', { name: 'Availability...' }).click();
  const dialog = window.getByRole('dialog', { name: /Availability/ });
  const words = dialog.getByRole('textbox', { name: 'Add, as people say it' });
  await words.fill('after 3pm');
  await expect(dialog.getByText('Away after 3pm')).toBeVisible();
  await words.press('Enter');
  await expect(dialog.getByRole('button', { name: /^Remove.*After 3pm/ })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);

  const file = join(folder, 'Kovac.ics');
  const event =
    'BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T090000Z\r\nSUMMARY:Court\r\nDTSTART:20260105T120000\r\n';
  await writeFile(
    file,
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${event}DTEND:20260105T130000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  );
  await answerDialogs({ open: [file] });
  await dialog.getByRole('button', { name: 'Import a calendar...' }).click();
  await window.getByRole('button', { name: 'Import the calendar' }).click();
  await expect(dialog.getByRole('button', { name: 'Remove Kovac' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await window.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await onTuesday();
  await meeting.focus();
  await window.keyboard.press('m');
  for (let step = 0; step < 12; step += 1) await window.keyboard.press('ArrowDown');
  await expect(window.getByText(/Lena Kovac is busy midday to 1pm/).first()).toBeVisible();
  await keepPicture(window, 'availability-move');
  await window.keyboard.press('Escape');
});

test('who is free on Wednesday at midday is seen at once, and a meeting begins with them and a room', async () => {
  const { window } = launched;
  await window.getByRole('button', { name: 'More', exact: true }).first().click();
  await window.getByRole('menuitem', { name: 'Who is free...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Who is free' });
  await dialog.getByLabel('Day').fill('Wed');
  await dialog.getByLabel('From').fill('midday');
  const row = (name: RegExp) => dialog.getByRole('row', { name });
  await expect(row(/Lena Kovac/)).toContainText('Busy midday to 1pm, as their calendar has it');
  const free = row(/Free$/).first();
  await free.getByRole('checkbox').check({ force: true });
  const name = (await free.getByRole('checkbox').getAttribute('aria-label'))?.replace('Tick ', '') ?? '';
  await dialog.getByRole('radio', { name: /^Rooms/ }).check({ force: true });
  await row(/Free$/).first().getByRole('checkbox').check({ force: true });
  await dialog.getByRole('button', { name: 'Add meeting then...' }).click();

  const editor = window.getByRole('dialog', { name: 'Add meeting' });
  await expect(editor.getByLabel('Start')).toHaveValue('midday');
  await expect(editor).toContainText(name);
  await expect(editor.getByRole('combobox', { name: 'Place' })).not.toHaveValue('');
  await window.keyboard.press('Escape');
});

test('the rules of the week are switched, and one that is off is silent', async () => {
  const { window } = launched;
  await goTo(window, 'Dates');
  await window.getByRole('tab', { name: 'Rules' }).click();
  const rule = window.getByRole('switch', { name: 'Each day on site has a keep-in-touch meeting' });
  await expect(rule).toBeChecked();
  expect(await seriousFindings(window)).toEqual([]);
  await keepPicture(window, 'rules');

  await rule.click();

  await expect(rule).not.toBeChecked();
  await window.getByRole('button', { name: /^Undo/ }).click();
  await expect(rule).toBeChecked();
});
