import { expect, type Page } from '@playwright/test';
import type { LaunchedApp } from './launch-app.ts';

/** What a user does, step by step, as journeys are told in. */

export const journeyPassphrase = 'harbour violet ninety teapot';

export type NewEngagement = {
  readonly kind: string;
  readonly council: string;
  readonly date: string;
  readonly path: string;
};

/** From the first screen to the week at a glance of a new engagement. */
export async function createEngagement(launched: LaunchedApp, start: NewEngagement): Promise<void> {
  const { window, answerDialogs } = launched;
  await answerDialogs({ save: start.path });
  await window.getByRole('button', { name: /New engagement/ }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption({ label: start.kind });
  await dialog.getByLabel('Council or area').fill(start.council);
  await dialog
    .getByLabel(/^(Date of|First day|Date)/)
    .first()
    .fill(start.date);
  await dialog.getByLabel('Passphrase', { exact: true }).fill(journeyPassphrase);
  await expect(dialog.getByText('Strong', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Create...' }).click();
  await expect(
    window.getByRole('navigation').getByRole('button', { name: /Week at a glance/ }),
  ).toBeVisible();
}

/** Goes to a page by the navigation. */
export async function goTo(window: Page, name: string): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
}

/** Unlocks the file that the first screen offers. */
export async function unlock(window: Page, passphrase: string): Promise<void> {
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
}

export async function lock(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Lock' }).click();
  await expect(window.getByRole('button', { name: /New engagement/ })).toBeVisible();
}

/** Opens the import from where it is offered, checks the rows and imports what is ready. */
export async function importFile(
  launched: LaunchedApp,
  path: string,
  open: () => Promise<void>,
): Promise<void> {
  const { window, answerDialogs } = launched;
  await answerDialogs({ open: [path] });
  await open();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check the rows' }).click();
  await finishImport(launched.window, /^Import \d/);
}

/** Imports people, places and meetings, each from where its page offers it. */
export async function importTheWeek(
  launched: LaunchedApp,
  files: { readonly people: string; readonly rooms: string; readonly meetings: string },
): Promise<void> {
  const { window } = launched;
  await goTo(window, 'People and places');
  await importFile(launched, files.people, () =>
    window.getByRole('button', { name: 'Import from a spreadsheet' }).first().click(),
  );
  await window.getByRole('tab', { name: /Places/ }).click();
  await importFile(launched, files.rooms, () =>
    window
      .getByRole('button', { name: /Import from a spreadsheet/ })
      .first()
      .click(),
  );
  await goTo(window, 'Timetable');
  await importFile(launched, files.meetings, async () => {
    await window.getByRole('button', { name: 'More', exact: true }).first().click();
    await window.getByRole('menuitem', { name: /Import meetings/ }).click();
  });
}

/** Tracks some children of a list, found by their UPN, in that order. */
export async function trackChildren(
  launched: LaunchedApp,
  path: string,
  upns: readonly string[],
): Promise<void> {
  const { window, answerDialogs } = launched;
  await goTo(window, 'Children');
  await answerDialogs({ open: [path] });
  await window
    .getByRole('button', { name: /Import from a list/ })
    .first()
    .click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check the rows' }).click();
  const find = dialog.getByRole('searchbox');
  for (const upn of upns) {
    // A long list shows its first rows only.
    if (await find.isVisible()) await find.fill(upn);
    await dialog
      .getByRole('row')
      .filter({ hasText: upn })
      .first()
      .getByRole('checkbox')
      .check({ force: true });
  }
  await finishImport(launched.window, /^Track /);
}

/** Logs one piece of feedback with the key that works anywhere. */
export async function logFeedback(window: Page, text: string, kind: string): Promise<void> {
  await window.keyboard.press('F8');
  const dialog = window.getByRole('dialog', { name: 'Log feedback' });
  await dialog.getByLabel('What was said').fill(text);
  await dialog.getByRole('radio', { name: kind }).check({ force: true });
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

/** Presses the last button and closes what the wizard has to say, when it has anything to say. */
async function finishImport(window: Page, name: RegExp): Promise<void> {
  const dialog = window.getByRole('dialog');
  const button = dialog.getByRole('button', { name });
  await button.click();
  await expect(button).toBeHidden();
  if (await dialog.isVisible()) await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** Records one answer about the sharing of the child on screen. */
export async function recordConsent(window: Page, from: RegExp, answer: string, how: string): Promise<void> {
  await window.getByRole('button', { name: 'Record answer' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio', { name: from }).check({ force: true });
  await dialog.getByRole('radio', { name: answer }).check({ force: true });
  await dialog.getByLabel('Recorded by, and how').fill(how);
  await dialog
    .getByRole('button', { name: /^(Save|Record)/ })
    .last()
    .click();
  await expect(dialog).toBeHidden();
}
