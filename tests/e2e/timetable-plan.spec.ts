import { expect, test } from '@playwright/test';
import { goTo } from '../support/journey.ts';
import { type LaunchedApp, launchApp, openSample } from '../support/launch-app.ts';
import {
  keepPicture,
  seriousFindings,
  setSize,
  setTheme,
  sizes,
  widthBeyondWindow,
} from '../support/look.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await openSample(launched);
  await goTo(launched.window, 'Timetable');
});
test.afterAll(() => launched.close());

async function lookAt(name: string): Promise<void> {
  for (const size of sizes.filter((one) => one.name !== '1920x1080')) {
    await setSize(launched, size);
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(launched, theme);
      await keepPicture(launched.window, `${name}-${size.name}-${theme}`);
    }
    expect(await seriousFindings(launched.window), `${name}, ${size.name}`).toEqual([]);
    expect(await widthBeyondWindow(launched.window), `${name} at ${size.name}`).toBeLessThanOrEqual(0);
  }
  await setTheme(launched, 'light');
  await setSize(launched, sizes[0]);
}

test('what waits in the tray is placed at once, looked at first, and Undo takes it back', async () => {
  const { window } = launched;
  const tray = window.getByRole('region', { name: 'Unscheduled' });
  const placeAll = tray.getByRole('button', { name: 'Place all...' });
  await placeAll.waitFor();
  const before = await tray.getByRole('listitem').count();
  await placeAll.click();
  const dialog = window.getByRole('dialog', { name: 'Place all' });
  await expect(dialog.getByRole('table', { name: 'Planned places' })).toBeVisible();
  await lookAt('place-all');

  await dialog.getByRole('button', { name: /^Place \d+ meetings?/ }).click();
  await expect(window.getByText(/^\d+ meetings? placed\.$/).first()).toBeVisible();
  await expect.poll(() => tray.getByRole('listitem').count()).toBeLessThan(before);
  await keepPicture(window, 'placed-all');

  await window.keyboard.press('Control+z');
  await expect.poll(() => tray.getByRole('listitem').count()).toBe(before);
});
