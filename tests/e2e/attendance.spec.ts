import { expect, test } from '@playwright/test';
import { addDays, IsoDate, londonInstant } from '../../shared/domain/time.ts';
import { formatDayLong } from '../../shared/domain/time-words.ts';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';

/** Somebody is off sick, and then the day itself: who comes, what is on, and how it went. */
test.describe.configure({ mode: 'serial' });

/** The Wednesday of the sample's week. */
const wednesday = IsoDate.parse('2026-11-25');

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await launched.window.clock.setFixedTime(new Date(londonInstant(addDays(wednesday, -1), 16 * 60)));
  await openSample(launched);
});
test.afterAll(() => launched.close());

const peopleOf = () => launched.window.getByRole('complementary').getByRole('region', { name: 'People' });
const showCard = async (title: RegExp) => {
  const { window } = launched;
  await goTo(window, 'Timetable');
  await window.getByRole('tab', { name: new RegExp(formatDayLong(wednesday).slice(0, -5)) }).click();
  await window.getByRole('gridcell', { name: title }).first().click();
};

test('somebody is off sick on Wednesday: stand-ins are proposed, and all is handed on in one step', async () => {
  const { window } = launched;
  await goTo(window, 'People and places');
  await window.getByRole('button', { name: /^Grace Oyelaran/ }).click();
  await window.getByRole('button', { name: /what depends on them/ }).click();
  const dialog = window.getByRole('dialog', { name: 'Who depends on Grace Oyelaran?' });
  await dialog.getByLabel('Away from').selectOption({ label: formatDayLong(wednesday) });

  const choice = dialog.getByLabel('Who takes Child E tracking meeting');
  await expect(choice).toHaveValue(/./);
  const standIn = (await choice.locator('option:checked').textContent()) ?? '';
  await expect(choice.locator('xpath=ancestor::li')).toContainText(/free then/i);
  await dialog.getByRole('button', { name: 'Hand on' }).click();
  await expect(dialog).toBeHidden();
  await window.keyboard.press('Escape');

  await showCard(/^Child E tracking meeting/);
  await expect(peopleOf()).toContainText(standIn);
  await expect(peopleOf().getByRole('listitem').filter({ hasText: 'Grace Oyelaran' })).toContainText('comes');
});

test('Undo puts her back everywhere', async () => {
  const { window } = launched;
  await window.getByRole('main').focus();
  await window.keyboard.press('Control+z');

  await expect(peopleOf().getByLabel(/Answer of Grace Oyelaran/)).toBeVisible();
  await expect(peopleOf()).not.toContainText('comes');
});

test('an answer is set from the keyboard, and shows on the card', async () => {
  const { window } = launched;
  const answer = peopleOf().getByLabel(/Answer of Grace Oyelaran/);
  await answer.focus();
  await window.keyboard.press('d');

  await expect(answer).toHaveValue('declined');
  await expect(
    window.getByRole('gridcell', { name: /^Child E tracking meeting.*1 declined/ }).first(),
  ).toBeVisible();
});

test('on the day the board says what is on: one is late, one is held, and a note goes to the right meeting', async () => {
  const { window } = launched;
  await window.clock.setFixedTime(new Date(londonInstant(wednesday, 10 * 60 + 10)));
  await goTo(window, 'Today');
  const tile = (name: string) => window.getByRole('region', { name: new RegExp(`^${name}`) });
  await expect(tile('Margaret Osei')).toContainText('Preparation for adulthood');
  await expect(tile('Margaret Osei')).toContainText('Until 10:15am');

  await tile('Margaret Osei').getByRole('button', { name: 'Late' }).click();
  await window.getByRole('menuitem', { name: '10 minutes late' }).click();
  await expect(tile('Margaret Osei')).toContainText('Until 10:25am');

  await tile('Tomas Reilly').getByRole('button', { name: 'Held' }).click();
  await expect(tile('Tomas Reilly')).toContainText('Free until 11am');

  await tile('Jo Pike').getByRole('button', { name: 'Note' }).focus();
  await window.keyboard.press('F8');
  const capture = window.getByRole('dialog', { name: 'Log feedback' });
  await expect(capture).toContainText('Visit: Harbour Academy');
  await capture.getByLabel('What was said').fill('Staff know their pupils well.');
  await window.keyboard.press('Control+Enter');
  await expect(capture).toBeHidden();
});

test('over the whole screen the six strands are three and three', async () => {
  const { window } = launched;
  await goTo(window, 'Today');
  const full = window.getByRole('button', { name: /Full screen/ });
  await full.click();
  const tiles = window.locator('.today-strand');
  const rows = async () => {
    const boxes = await Promise.all((await tiles.all()).map((tile) => tile.boundingBox()));
    return new Set(boxes.map((box) => Math.round(box?.y ?? 0))).size;
  };
  await expect.poll(rows).toBe(2);
  await window.keyboard.press('F11');
  await expect(full).toBeVisible();
});

test('a meeting that was held says so, and asks before it is moved', async () => {
  const { window } = launched;
  await showCard(/^Waiting times and access.*Held/);
  // The hour that the time it is would cover gives way to it.
  await expect(window.locator('.timetable-now-time')).toHaveText('10:10');
  await expect(window.locator('.timetable-hour').filter({ hasText: /^10am$/ })).toHaveCount(0);
  await window.getByRole('complementary').getByRole('button', { name: 'Move...' }).click();
  const alert = window.getByRole('alertdialog', { name: 'Move a meeting that was held?' });
  await alert.getByRole('button', { name: 'Move it all the same' }).click();

  await expect(window.getByRole('dialog', { name: 'Move meeting' })).toBeVisible();
  await window.keyboard.press('Escape');
});

test('several that are moved together ask as well when one of them was held', async () => {
  const { window } = launched;
  await showCard(/^Visit: Harbour Academy/);
  const box = window.getByRole('complementary');
  await box.getByRole('button', { name: /How it went/ }).click();
  await window.getByRole('dialog').getByRole('radio', { name: 'Held' }).check({ force: true });
  await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await window
    .getByRole('gridcell', { name: /^Exclusions panel/ })
    .first()
    .click({ modifiers: ['Control'] });
  await window.getByRole('button', { name: 'Move together...' }).click();
  await window
    .getByRole('dialog', { name: 'Move together' })
    .getByRole('button', { name: /^Move/ })
    .last()
    .click();
  const alert = window.getByRole('alertdialog', { name: 'Move a meeting that was held?' });
  await alert.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('dialog', { name: 'Move together' })).toBeVisible();
  await window.keyboard.press('Escape');
});
