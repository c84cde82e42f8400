import { expect, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import { lookAt } from '../support/look.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
  await goTo(launched.window, 'Feedback');
});
test.afterAll(() => launched.close());

test('the matrix sets what is strong beside what is not, and says from whom it was heard', async () => {
  const { window } = launched;
  await window.getByRole('radio', { name: 'Matrix' }).check({ force: true });
  const row = window.getByRole('row').filter({ hasText: 'Needs are found and assessed' });
  await row.getByRole('button', { name: /^Area for improvement/ }).click();

  const panel = window.getByRole('complementary', { name: 'Area for improvement' });
  await expect(panel.getByText(/^Not heard from/)).toBeVisible();
  await expect(panel.getByText('Assessment is more timely than a year ago', { exact: false })).toBeVisible();
  await lookAt(launched, 'feedback-matrix');
});
