import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { projectRoot } from '../../scripts/project-paths.ts';
import type { LaunchedApp } from './launch-app.ts';

/** The sizes each view is looked at: a small laptop, a large screen, and the small laptop at 400% zoom. */
export const sizes = [
  { name: '1366x768', width: 1366, height: 768 },
  { name: '1920x1080', width: 1920, height: 1080 },
  { name: '400-percent', width: 342, height: 640 },
] as const;

type Size = { readonly width: number; readonly height: number };

export async function setSize({ app, window }: LaunchedApp, { width, height }: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await window.waitForFunction((wanted) => Math.abs(globalThis.innerWidth - wanted) < 20, width);
}

export async function setTheme({ app, window }: LaunchedApp, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await window.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

/**
 * Looks at what is on screen in light and dark and at every size, a dialog not at the large one, where it is what it is
 * at the small one. Keeps a picture of each: axe finds nothing serious in it, nothing needs scrolling sideways, all
 * of it can be scrolled to, and what else is asked holds at each size. Ends small and light.
 */
export async function lookAt(
  launched: LaunchedApp,
  name: string,
  alsoHolds: () => Promise<void> = async () => {},
): Promise<void> {
  const { window } = launched;
  const [small, large, narrow] = sizes;
  await setSize(launched, small);
  await setTheme(launched, 'dark');
  await keepPicture(window, `${name}-${small.name}-dark`);
  // The colours are all that changes with the theme, and take half the time.
  expect(await findings(window, ['color-contrast']), `${name}, dark`).toEqual([]);
  await setTheme(launched, 'light');
  await keepPicture(window, `${name}-${small.name}-light`);
  expect(await findings(window), name).toEqual([]);
  expect(await heightBeyondSheet(window), `${name} at ${small.name}`).toBe(0);
  for (const size of (await isDialogOpen(window)) ? [narrow] : [large, narrow]) {
    await setSize(launched, size);
    await keepPicture(window, `${name}-${size.name}-light`);
    expect(await widthBeyondWindow(window), `${name} at ${size.name}`).toBeLessThanOrEqual(0);
    expect(await heightBeyondSheet(window), `${name} at ${size.name}`).toBe(0);
    await alsoHolds();
  }
  await setSize(launched, small);
}

/** Keeps a picture of the window in test-results/look for people to open. */
export async function keepPicture(window: Page, name: string): Promise<void> {
  await window.screenshot({
    path: join(projectRoot, 'test-results', 'look', `${name}.png`),
    animations: 'disabled',
  });
}

/**
 * What axe finds that is serious or worse, as "rule: where": in the window, or in the dialog over it where one is open,
 * as each page is looked at by itself.
 */
export function seriousFindings(window: Page): Promise<readonly string[]> {
  return findings(window);
}

const dialogs = '[role=dialog], [role=alertdialog]';

const isDialogOpen = async (window: Page): Promise<boolean> => (await window.locator(dialogs).count()) > 0;

async function findings(window: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const isThere = await window.evaluate(async () => {
    // What is still fading in has too little contrast.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    return 'axe' in globalThis;
  });
  const { violations } = await axeFor(window, isThere)
    .include((await isDialogOpen(window)) ? dialogs : 'html')
    .options({
      // Nothing is asked of what passed, which is nearly everything and most of the work; and there is neither sound
      // nor film to load.
      resultTypes: ['violations'],
      preload: false,
      ...(rules ? { runOnly: [...rules] } : {}),
    })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

// Electron's context cannot open the blank page that axe otherwise works on. What is in the window already is not
// compiled anew.
function axeFor(window: Page, isThere: boolean): AxeBuilder {
  return new AxeBuilder({ page: window, ...(isThere ? { axeSource: 'true' } : {}) }).setLegacyMode();
}

/** How many pixels the content is wider than the window: at 400% zoom nothing may need scrolling sideways. */
export async function widthBeyondWindow(window: Page): Promise<number> {
  return window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** How many pixels of the page lie below the sheet of work, where no scrolling reaches them. */
async function heightBeyondSheet(window: Page): Promise<number> {
  return window.evaluate(() => {
    const sheet = document.querySelector('.work');
    return sheet ? sheet.scrollHeight - sheet.clientHeight : 0;
  });
}
