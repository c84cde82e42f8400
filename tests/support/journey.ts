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
  await dialog.getByRole('button', { name: 'Create…' }).click();
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
