import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createEngagement, goTo, logFeedback } from '../support/journey.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';

/** The coordinator's four days, from nothing but a date. */
test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

test('a peer challenge has four days, three strands of peers, and four lines of enquiry', async () => {
  const { window, folder } = launched;
  await createEngagement(launched, {
    kind: 'LGA SEND peer challenge',
    council: 'Aldermere',
    date: '24 November 2026',
    path: join(folder, 'Peers.lano'),
  });

  await goTo(window, 'Dates');
  await expect(window.getByRole('tab', { name: /Lines of enquiry/ })).toContainText('4');
  await goTo(window, 'Timetable');
  await expect(window.getByRole('tablist', { name: 'Days' }).getByRole('tab')).toHaveCount(4);
  await expect(window.getByRole('tab', { name: /Tuesday 24 November/ })).toBeVisible();
  await expect(window.getByRole('tab', { name: /Friday 27 November/ })).toBeVisible();
  await expect(window.getByRole('grid').getByRole('columnheader')).toHaveCount(4);
});

test('a meeting picked up by keyboard is put back by Esc', async () => {
  const { window } = launched;
  await window.getByRole('tab', { name: /Wednesday 25 November/ }).click();
  const card = window.getByRole('gridcell').filter({ hasText: /./ }).first();
  const before = (await card.getAttribute('aria-label')) ?? '';
  await card.focus();

  await window.keyboard.press('m');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Escape');
  await expect(card).toHaveAttribute('aria-label', before);
});

test('feedback is logged under a line of enquiry', async () => {
  const { window } = launched;
  await logFeedback(window, 'Families feel heard at the first meeting.', 'Strength');

  await goTo(window, 'Feedback');
  await expect(window.getByText('Families feel heard at the first meeting.')).toBeVisible();
});
