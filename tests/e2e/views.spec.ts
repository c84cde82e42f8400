import { expect, test } from '@playwright/test';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import {
  keepPicture,
  seriousFindings,
  setSize,
  setTheme,
  sizes,
  widthBeyondWindow,
} from '../support/look.ts';

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
  await lookAt('First screen');
});

for (const view of views) {
  test(`${view} is accessible at every size, in light and dark`, async () => {
    if (await launched.window.getByRole('button', { name: /Look round the sample/ }).isVisible()) {
      await openSample(launched);
    }
    await setSize(launched, sizes[0]);
    await launched.window
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${view}`) })
      .first()
      .click();
    await launched.window.waitForTimeout(300);
    await expect(launched.window.getByText('This page could not be shown')).toBeHidden();
    await lookAt(view);
  });
}

async function lookAt(view: string): Promise<void> {
  await expect(launched.window.getByText('This page could not be shown')).toHaveCount(0);
  const name = view.toLowerCase().replaceAll(' ', '-');
  for (const size of sizes) {
    await setSize(launched, size);
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(launched, theme);
      await keepPicture(launched.window, `${name}-${size.name}-${theme}`);
      // The same page at another size has the same names, roles and colours.
      if (size !== sizes[0]) continue;
      expect(await seriousFindings(launched.window), `${view}, ${size.name}, ${theme}`).toEqual([]);
    }
    expect(await widthBeyondWindow(launched.window), `${view} at ${size.name}`).toBeLessThanOrEqual(0);
  }
  await setTheme(launched, 'light');
  await setSize(launched, sizes[0]);
}
