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

type Size = (typeof sizes)[number];

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
 * Looks at what is on screen at every size and in dark, keeping a picture of each: axe finds nothing serious in it, or
 * in the part of it given by a selector, and nothing needs scrolling sideways. Ends small and light.
 */
export async function lookAt(launched: LaunchedApp, name: string, part?: string): Promise<void> {
  const { window } = launched;
  const [small, ...others] = sizes;
  await setSize(launched, small);
  await setTheme(launched, 'dark');
  await keepPicture(window, `${name}-${small.name}-dark`);
  // The colours are all that changes with the theme, and take half the time.
  expect(await findings(axeFor(window, part).withRules('color-contrast')), `${name}, dark`).toEqual([]);
  await setTheme(launched, 'light');
  await keepPicture(window, `${name}-${small.name}-light`);
  expect(await seriousFindings(window, part), name).toEqual([]);
  for (const size of others) {
    await setSize(launched, size);
    await keepPicture(window, `${name}-${size.name}-light`);
    expect(await widthBeyondWindow(window), `${name} at ${size.name}`).toBeLessThanOrEqual(0);
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

/** What axe finds that is serious or worse in the window, or in the part of it given by a selector, as "rule: where". */
export function seriousFindings(window: Page, part?: string): Promise<readonly string[]> {
  return findings(axeFor(window, part));
}

// Electron's context cannot open the blank page that axe otherwise works on.
function axeFor(window: Page, part?: string): AxeBuilder {
  const axe = new AxeBuilder({ page: window }).setLegacyMode();
  return part ? axe.include(part) : axe;
}

async function findings(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** How many pixels the content is wider than the window: at 400% zoom nothing may need scrolling sideways. */
export async function widthBeyondWindow(window: Page): Promise<number> {
  return window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
