import { expect, type Locator, type Page, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { seriousFindings } from '../support/look.ts';

/** The sample's Monday and Tuesday, worked on by pointer, by keys and by dialog. Each test leaves the days as it found them. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;
let window: Page;

test.beforeAll(async () => {
  launched = await launchApp();
  window = launched.window;
  await openSample(launched);
  await goTo(window, 'Timetable');
  await window.getByRole('tab', { name: /Monday 23 November/ }).click();
});
test.afterAll(() => launched.close());

const card = (name: string) => window.getByRole('gridcell', { name: new RegExp(`^${name}\\.`) }).first();
const panel = () => window.getByRole('complementary');
const slot = 18;

test('dragging moves a meeting, and Ctrl+Z takes it back', async () => {
  await drag(card('SENDIASS'), { x: 0, y: 2 * slot });
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:45pm to 4:30pm/);
  await expect(window.getByText('Moved “SENDIASS”').first()).toBeVisible();
  await expect(card('SENDIASS')).toBeFocused();

  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);
});

test('a press that hardly moves is a click, and selects', async () => {
  const at = await topOf(card('SENDIASS'));
  await window.mouse.move(at.x, at.y);
  await window.mouse.down();
  await window.mouse.move(at.x + 3, at.y + 2);
  await window.mouse.up();

  await expect(panel().getByRole('heading', { name: 'SENDIASS' })).toBeVisible();
  await panel().getByRole('button', { name: 'Close' }).click();
});

test('a drop on a taken time is refused with the reason, offers free places, and Esc restores', async () => {
  await drag(card('Data and performance'), { x: 0, y: -10 * slot });
  await expect(
    panel().getByText('Anil Deshpande is in Social care and short breaks until midday'),
  ).toBeVisible();
  await expect(panel().getByRole('list', { name: 'Nearest free' }).getByRole('button')).toHaveCount(3);
  await expect(carried()).toBeFocused();

  await window.keyboard.press('Escape');
  await expect(carried()).toBeHidden();
  await expect(card('Data and performance')).toHaveAccessibleName(/1:30pm to 2:30pm/);
  await expect(card('Data and performance')).toBeFocused();
});

test('a refused meeting goes to a free place by its number', async () => {
  await drag(card('Data and performance'), { x: 0, y: -10 * slot });
  const first = panel().getByRole('list', { name: 'Nearest free' }).getByRole('button').first();
  await expect(first).toBeVisible();
  await window.keyboard.press('1');
  await expect(carried()).toBeHidden();
  await expect(card('Data and performance')).not.toHaveAccessibleName(/1:30pm to 2:30pm/);

  await undo();
  await expect(card('Data and performance')).toHaveAccessibleName(/1:30pm to 2:30pm/);
});

test('a clash is placed anyway with a reason, and stays on record as acknowledged', async () => {
  await drag(card('Data and performance'), { x: 0, y: -10 * slot });
  await panel().getByRole('button', { name: 'Place anyway...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Place anyway' });
  await dialog.getByRole('button', { name: 'Place anyway' }).click();
  await expect(dialog.getByText('Give a reason.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('Both are in the same room anyway');
  await dialog.getByRole('button', { name: 'Place anyway' }).click();
  await expect(card('Data and performance')).toHaveAccessibleName(/11am to midday/);
  await expect(panel().getByRole('button', { name: /^Acknowledged, 2/ })).toBeVisible();

  await card('Data and performance').focus();
  await undo();
  await expect(card('Data and performance')).toHaveAccessibleName(/1:30pm to 2:30pm/);
});

test('Esc during a drag, and a drop outside, put the meeting back', async () => {
  await drag(card('SENDIASS'), { x: 150, y: 2 * slot }, { drop: false });
  await expect(carried()).toBeVisible();
  await window.keyboard.press('Escape');
  await window.mouse.up();
  await expect(carried()).toBeHidden();

  await drag(card('SENDIASS'), { x: -200, y: 0 });
  await expect(carried()).toBeHidden();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm, Margaret Osei/);
  await expect(window.getByText('Moved “SENDIASS”')).toHaveCount(0);
});

test('the bottom edge changes the length', async () => {
  const box = await boxOf(card('SENDIASS'));
  await window.mouse.move(box.x + 30, box.y + box.height);
  await window.mouse.down();
  await window.mouse.move(box.x + 30, box.y + box.height - 8, { steps: 3 });
  await window.mouse.move(box.x + 30, box.y + box.height - slot, { steps: 4 });
  await window.mouse.up();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 3:45pm/);

  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);
});

test('with the keys alone a meeting is moved by slot and by column, each step said, and put down', async () => {
  await card('SENDIASS').focus();
  await window.keyboard.press('m');
  await expect(said('Moving SENDIASS')).toBeAttached();
  await window.keyboard.press('ArrowDown');
  await expect(
    said('Monday 23 November 2026, 3:30pm to 4:15pm, Margaret Osei, Room 1.10, with'),
  ).toBeAttached();
  await window.keyboard.press('ArrowRight');
  await expect(said('3:30pm to 4:15pm, Tomas Reilly')).toBeAttached();
  await window.keyboard.press('Shift+ArrowUp');
  await window.keyboard.press('Enter');
  await expect(said('SENDIASS is now Monday 23 November 2026, 3:30pm to 4pm, Tomas Reilly')).toBeAttached();
  await expect(card('SENDIASS')).toBeFocused();

  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm, Margaret Osei/);
});

test('the keys carry a meeting to another day, and Esc brings it and the focus back', async () => {
  await card('SENDIASS').focus();
  await window.keyboard.press('m');
  await window.keyboard.press('PageDown');
  await expect(window.getByRole('tab', { name: /Tuesday 24 November/, selected: true })).toBeVisible();
  await expect(said('Tuesday 24 November 2026, 3:15pm to 4pm, Margaret Osei')).toBeAttached();

  await window.keyboard.press('Escape');
  await expect(window.getByRole('tab', { name: /Monday 23 November/, selected: true })).toBeVisible();
  await expect(card('SENDIASS')).toBeFocused();
});

test('the Move dialog moves it with clicks alone', async () => {
  await card('SENDIASS').hover();
  await window.getByRole('button', { name: 'Actions for SENDIASS' }).click();
  await window.getByRole('menuitem', { name: 'Move...', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: 'Move meeting' });
  await dialog.getByLabel('Start').fill('2.30pm');
  await dialog.getByRole('button', { name: 'Move meeting' }).click();
  await expect(card('SENDIASS')).toHaveAccessibleName(/2:30pm to 3:15pm/);

  await card('SENDIASS').focus();
  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);
});

test('an unscheduled meeting is dragged into the grid and back into the tray', async () => {
  const tray = panel().getByRole('region', { name: 'Unscheduled' });
  const item = tray.getByRole('button', { name: /^Young people's group 2\./ });
  const column = await boxOf(window.getByRole('columnheader', { name: /Anil Deshpande/ }));
  const sendiass = await boxOf(card('SENDIASS'));
  await item.scrollIntoViewIfNeeded();
  await dragFrom(await topOf(item), { x: column.x + 40, y: sendiass.y + 4 });
  await expect(card("Young people's group 2")).toHaveAccessibleName(/Monday 23 November 2026, 3:15pm/);

  // The foot of the panel is the tray, however much room the rest takes.
  const box = await boxOf(panel());
  const foot = { x: box.x + 60, y: box.y + box.height - 20 };
  await dragFrom(await topOf(card("Young people's group 2")), foot);
  await expect(item).toBeVisible();
  await expect(card("Young people's group 2")).toHaveCount(0);
});

test('an unscheduled meeting is placed with the keys alone, and taken off again from its menu', async () => {
  const tray = panel().getByRole('region', { name: 'Unscheduled' });
  const item = tray.getByRole('button', { name: /^Tribunal and mediation\./ });
  await item.focus();
  await window.keyboard.press('m');
  await expect(carried()).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(item).toHaveCount(0);
  await expect(card('Tribunal and mediation')).toBeFocused();

  await window.getByRole('button', { name: 'Actions for Tribunal and mediation' }).press('Enter');
  await window.getByRole('menuitem', { name: 'Unschedule' }).press('Enter');
  await expect(item).toBeVisible();
  await window.getByRole('tab', { name: /Monday 23 November/ }).click();
});

test('several meetings are chosen with Ctrl and moved together; a pinned one stays; one undo takes all back', async () => {
  await card('SENDIASS').click();
  await card("Young people's group").click({ modifiers: ['Control'] });
  await card('Opening meeting: self-evaluation, strategy and plans').click({ modifiers: ['Control'] });
  await selection().getByRole('button', { name: 'Move together...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Move together' });
  await expect(
    dialog.getByText('“Opening meeting: self-evaluation, strategy and plans” stays'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:30pm to 4:15pm/);
  await expect(card("Young people's group")).toHaveAccessibleName(/3:30pm to 4:30pm/);
  await expect(card('Opening meeting: self-evaluation, strategy and plans')).toHaveAccessibleName(
    /9:15am to 10:30am/,
  );

  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);
  await expect(card("Young people's group")).toHaveAccessibleName(/3:15pm to 4:15pm/);
});

test('one of several that are chosen takes the others along when it is dragged, and with the keys', async () => {
  await card('SENDIASS').click();
  await card("Young people's group").click({ modifiers: ['Control'] });
  await drag(card('SENDIASS'), { x: 0, y: -2 * slot });
  await expect(window.getByText('Moved 2 meetings').first()).toBeVisible();
  await expect(card('SENDIASS')).toHaveAccessibleName(/2:45pm to 3:30pm/);
  await expect(card("Young people's group")).toHaveAccessibleName(/2:45pm to 3:45pm/);
  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);

  await card('SENDIASS').focus();
  await window.keyboard.press('m');
  await expect(said('Moving SENDIASS and 1 more together')).toBeAttached();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(card("Young people's group")).toHaveAccessibleName(/3:30pm to 4:30pm/);
  await undo();
  await expect(card("Young people's group")).toHaveAccessibleName(/3:15pm to 4:15pm/);
  await selection().getByRole('button', { name: 'Clear selection' }).click();
});

test('with the keys alone several are chosen, said, and unscheduled in one step', async () => {
  await card('SENDIASS').focus();
  await window.keyboard.press('Control+Space');
  await expect(said('1 meeting selected')).toBeAttached();
  await window.keyboard.press('Shift+ArrowRight');
  await expect(said('2 meetings selected')).toBeAttached();
  await selection().getByRole('button', { name: 'Unschedule' }).press('Enter');
  await expect(card('SENDIASS')).toHaveCount(0);
  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);

  await card('SENDIASS').focus();
  await window.keyboard.press('Control+a');
  await window.keyboard.press('Escape');
  await expect(said('Nothing selected')).toBeAttached();
});

test('all that is unscheduled is selected at once, to be changed together', async () => {
  await more('Select all that is unscheduled');
  await expect(selection().getByText('4 meetings selected')).toBeVisible();
  await selection().getByRole('button', { name: 'Clear selection' }).click();
});

test('two meetings swap their times from the menu', async () => {
  await card('SENDIASS').click();
  await panel().getByRole('button', { name: 'Actions for SENDIASS' }).first().press('Enter');
  await window.getByRole('menuitem', { name: 'Swap with...' }).press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Swap two meetings' });
  await dialog.getByRole('combobox', { name: 'Swap with' }).fill('Data and performance');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'What moves' }).getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Swap', exact: true }).click();
  await expect(card('SENDIASS')).toHaveAccessibleName(/1:30pm to 2:15pm/);
  await expect(card('Data and performance')).toHaveAccessibleName(/3:15pm to 4:15pm/);

  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);
});

test('running late pushes the rest of a strand’s day back, and shows beforehand what that breaks', async () => {
  await more('Running late...');
  const dialog = window.getByRole('dialog', { name: 'Running late' });
  await dialog.getByRole('textbox', { name: 'Everything from' }).fill('1.15pm');
  await dialog.getByLabel('Later by').fill('30');
  await expect(dialog.getByText('SENDIASS')).toBeVisible();
  await expect(dialog.getByText(/3:15pm to 4pm.*3:45pm to 4:30pm/)).toBeVisible();
  const own = dialog.getByRole('checkbox', { name: /SENDIASS/ });
  await own.uncheck({ force: true });
  await expect(dialog.getByText(/3:45pm to 4:30pm/)).toHaveCount(0);
  await own.check({ force: true });
  await dialog.getByRole('button', { name: /^Push back/ }).click();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:45pm to 4:30pm/);

  await undo();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4pm/);
});

test('a day’s blocks are copied to another day', async () => {
  await more('Copy a day...');
  const dialog = window.getByRole('dialog', { name: 'Copy a day' });
  await dialog.getByLabel('To').selectOption({ label: 'Monday 16 November 2026' });
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(window.getByRole('tab', { name: /Monday 16 November/, selected: true })).toBeVisible();
  await expect(card('Lunch')).toBeVisible();

  await undo();
  await expect(card('Lunch')).toHaveCount(0);
  await window.getByRole('button', { name: 'Week after' }).click();
});

test('filters hide meetings and say how many, in the grid and in the list', async () => {
  await window.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = window.getByRole('combobox', { name: 'Filter meetings' });
  await expect(filter).toBeFocused();
  await filter.fill('visit');
  await window.keyboard.press('Enter');
  // What it narrows to is not covered by the choices.
  await expect(window.getByRole('listbox')).toHaveCount(0);
  await expect(window.getByText(/^1 shown, \d+ hidden$/)).toBeVisible();
  await expect(card('SENDIASS')).toHaveCount(0);
  await expect(window.getByRole('gridcell')).toHaveCount(1);

  await window.getByRole('button', { name: 'Show all' }).click();
  await expect(card('SENDIASS')).toBeVisible();
});

for (const [by, column] of [
  ['rooms', 'Room 1.10'],
  ['people', 'Sarah Lindqvist'],
  ['children', 'Child A'],
] as const) {
  test(`columns can be ${by}`, async () => {
    await window.getByRole('combobox', { name: 'Columns' }).selectOption(by);
    await expect(window.getByRole('columnheader', { name: new RegExp(`^${column}`) })).toBeVisible();
    await window.getByRole('combobox', { name: 'Columns' }).selectOption('strands');
  });
}

test('three weeks show the fortnight before and the week on site, and a meeting is carried between them', async () => {
  await window.getByRole('radio', { name: '3 weeks' }).check({ force: true });
  await expect(window.getByRole('grid', { name: 'Timetable, 15 days' })).toBeVisible();
  await card('SENDIASS').focus();
  await window.keyboard.press('m');
  await window.keyboard.press('PageUp');
  await expect(said('Friday 20 November 2026, 3:15pm to 4pm, Margaret Osei')).toBeAttached();
  await expect(carried()).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByRole('radio', { name: 'Day', exact: true }).check({ force: true });
});

test('at the edge of the grid a carried meeting scrolls the week on to a day that was out of sight', async () => {
  await window.getByRole('radio', { name: 'Week', exact: true }).check({ force: true });
  const grid = await boxOf(window.getByRole('tabpanel'));
  const from = await topOf(card('Data and performance'));
  await dragFrom(from, { x: grid.x + grid.width - 10, y: from.y }, { drop: false });
  await expect(panel().getByText('To Fri 27, 1:30pm to 2:30pm')).toBeVisible();
  await expect(carried()).toBeInViewport();

  await window.keyboard.press('Escape');
  await window.mouse.up();
  await expect(card('Data and performance')).toHaveAccessibleName(
    /Monday 23 November 2026, 1:30pm to 2:30pm/,
  );
  await window.getByRole('radio', { name: 'Day', exact: true }).check({ force: true });
});

test('the editor says when a meeting ends before it starts', async () => {
  await card('SENDIASS').focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Edit meeting' });
  await dialog.getByLabel('End').fill('2pm');
  await expect(
    dialog.getByText('The meeting ends before it starts. Give an end time after 3:15pm.'),
  ).toBeVisible();
  await dialog.getByLabel('End').fill('4.15pm');
  await dialog.getByRole('button', { name: 'Save meeting' }).click();
  await expect(card('SENDIASS')).toHaveAccessibleName(/3:15pm to 4:15pm/);
});

test('a clash leads to its meeting, and is acknowledged with a reason', async () => {
  await window.getByRole('tab', { name: /Tuesday 24 November/ }).click();
  const clashes = panel().getByRole('region', { name: /to settle/ });
  await clashes.getByRole('button', { name: /^Show/ }).first().click();
  await expect(window.getByRole('gridcell', { selected: true }).first()).toBeFocused();

  await panel().getByRole('button', { name: 'Close' }).click();
  await clashes
    .getByRole('button', { name: /^Acknowledge\.\.\./ })
    .first()
    .click();
  const dialog = window.getByRole('dialog', { name: 'Acknowledge clash' });
  await dialog.getByLabel('Reason').fill('She joins by phone');
  await dialog.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(panel().getByRole('region', { name: '1 clash to settle' })).toBeVisible();
  await panel()
    .getByRole('button', { name: /^Acknowledged, 1/ })
    .click();
  await expect(panel().getByText('She joins by phone')).toBeVisible();
});

test('with names as codes no name is on the timetable', async () => {
  await window.getByRole('button', { name: 'Names as codes' }).click();
  await expect(window.getByRole('columnheader', { name: /^MO/ })).toBeVisible();
  await expect(window.getByRole('main').getByText(/Osei|Reilly|Whitcombe|Deshpande|Calder/)).toHaveCount(0);

  await window.getByRole('button', { name: 'Names as codes' }).click();
});

// A day is looked at in `views.spec.ts`, and the dialogs in `dialogs.spec.ts`; a week is in the three.
for (const view of ['3 weeks', 'List']) {
  test(`axe finds nothing serious in the view ${view}`, async () => {
    await window.getByRole('radio', { name: view, exact: true }).check({ force: true });

    expect(await seriousFindings(window)).toEqual([]);
  });
}

test('axe finds nothing serious while a meeting is held', async () => {
  await window.getByRole('radio', { name: 'Day' }).check({ force: true });
  await window.getByRole('tab', { name: /Monday 23 November/ }).click();
  await drag(card('Data and performance'), { x: 0, y: -10 * slot });
  await expect(panel().getByRole('button', { name: 'Use 1' })).toBeVisible();

  expect(await seriousFindings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(carried()).toBeHidden();
});

test('a block goes into every strand at once', async () => {
  await window.getByRole('button', { name: 'More', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Add block...' }).click();
  const dialog = window.getByRole('dialog', { name: 'Add block' });
  await dialog.getByLabel('What it is').fill('Fire drill');
  await dialog.getByRole('textbox', { name: 'Start' }).fill('5pm');
  await dialog.getByLabel('Length').fill('15');
  await dialog.getByRole('button', { name: 'Add block' }).click();

  await expect(card('Fire drill')).toHaveAccessibleName(/5pm to 5:15pm, all strands/);
});

const selection = () => window.getByRole('group', { name: 'Selected meetings' });

/** Chooses an entry of the page's own menu. */
async function more(entry: string) {
  await window.getByRole('button', { name: 'More', exact: true }).click();
  await window.getByRole('menuitem', { name: entry }).click();
}

const carried = () => window.locator('[aria-roledescription="meeting being moved"]');
const said = (words: string) => window.locator('[aria-live] span').filter({ hasText: words });

/** Takes the last step back, and the notice that says so, which would lie over the cards. */
async function undo() {
  await window.keyboard.press('Control+z');
  await window
    .getByRole('list', { name: 'Notices' })
    .getByRole('button', { name: 'Dismiss' })
    .first()
    .click();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on screen.');
  return box;
}

async function topOf(locator: Locator) {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 3, y: y + Math.min(10, height / 2) };
}

async function drag(locator: Locator, by: { x: number; y: number }, options?: { drop: boolean }) {
  const from = await topOf(locator);
  await dragFrom(from, { x: from.x + by.x, y: from.y + by.y }, options);
}

async function dragFrom(
  from: { x: number; y: number },
  to: { x: number; y: number },
  { drop }: { drop: boolean } = { drop: true },
) {
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move(from.x + 2, from.y + 6, { steps: 2 });
  await window.mouse.move(to.x, to.y, { steps: 8 });
  // The card follows once a frame.
  await window.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  if (drop) await window.mouse.up();
}
