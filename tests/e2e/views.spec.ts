import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { lookAt } from '../support/look.ts';

const views = [
  'Week at a glance',
  'Today',
  'Search',
  'Timetable',
  'Versions',
  'People and places',
  'Children',
  'Requests',
  'Evidence',
  'Feedback',
  'Surveys and voice',
  'Evaluation',
  'Actions',
  'Governance',
  'After',
  'Pictures',
  'Packs',
  'Dates',
  'Settings',
  'Help',
];

// Each view is looked at by itself, so both windows can share them; the first test finds a window still unopened.
test.describe.configure({ mode: 'parallel' });

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.close());

test('the first screen is accessible at every size, in light and dark', async () => {
  await lookAt(launched, 'first-screen');
});

for (const view of views) {
  test(`${view} is accessible at every size, in light and dark`, async () => {
    if (await launched.window.getByRole('button', { name: /Look round the sample/ }).isVisible()) {
      await openSample(launched);
    }
    await launched.window
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${view}`) })
      .first()
      .click();
    // The page comes when it is loaded; what is looked at is it, not the wait for it.
    await launched.window.waitForTimeout(300);
    await expect(launched.window.getByText('This page could not be shown')).toBeHidden();
    await lookAt(launched, view.toLowerCase().replaceAll(' ', '-'));
  });
}
