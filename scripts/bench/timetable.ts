import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { _electron, type CDPSession, type ElectronApplication, type Page } from '@playwright/test';
import { buildApp } from '../build.ts';
import { withDisplay } from '../display.ts';
import { ensureElectron } from '../electron-runtime.ts';
import { developmentArguments } from '../launch-arguments.ts';
import { projectRoot } from '../project-paths.ts';
import { ensureDisplayLibraries } from '../system-libraries.ts';
import { withTempFolder } from '../temp-folder.ts';
import type { Benchmark } from './benchmark.ts';
import { median } from './rounds.ts';
import { rowOf } from './rows.ts';
import { writeTimetableFile } from './timetable-file.ts';

const LAUNCHES = 3;
const DRAGS = 1;
const MEETINGS = 400;
const STEPS = 90;

/** What each of the app's own parts and its bare peer took, in milliseconds. */
type Found = { readonly product: number[]; readonly peer: number[] };

export const timetable: Benchmark = {
  key: 'timetable',
  about:
    'four days of twelve columns and 400 meetings drawn, and one dragged over them, against the bare cards and a bare ghost in the same window',
  run: async () => {
    await ensureDisplayLibraries();
    const runtime = await ensureElectron();
    await buildApp();
    return withTempFolder('lano-bench-', (folder) =>
      withDisplay(async (env) => {
        const path = join(folder, 'timetable.lano');
        const passphrase = randomBytes(16).toString('hex');
        await writeTimetableFile(path, passphrase, MEETINGS);
        const renders: Found = { product: [], peer: [] };
        const renderWork: Found = { product: [], peer: [] };
        const whole: number[] = [];
        const work: Found = { product: [], peer: [] };
        const frames: Found = { product: [], peer: [] };
        for (let launch = 0; launch < LAUNCHES; launch += 1) {
          const app = await _electron.launch({
            executablePath: runtime.executable,
            args: [
              ...developmentArguments(runtime).args,
              ...[projectRoot, `--user-data-dir=${join(folder, `user-${launch}`)}`, path],
            ],
            cwd: projectRoot,
            env: definedOf(env),
          });
          try {
            const window = await openWeek(app, passphrase);
            const cdp = await window.context().newCDPSession(window);
            // Processor time of the window's main thread, on which whatever else the machine does tells least.
            await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
            await readyForRender(window);
            await timed(cdp, () => firstRender(window), [renders.product, renderWork.product]);
            whole.push(await wholeRender(window));
            await timed(cdp, () => bareRender(window), [renders.peer, renderWork.peer]);
            await measureDrags(window, cdp, { work, frames });
          } finally {
            await app.close();
          }
        }
        return rowsOf({ renders, renderWork, whole, work, frames });
      }),
    );
  },
};

type Measured = Readonly<Record<'renders' | 'renderWork' | 'work' | 'frames', Found>> & {
  readonly whole: readonly number[];
};

const week = '4 days x 12 columns x 400 meetings';

const rowsOf = ({ renders, renderWork, whole, work, frames }: Measured) => [
  rowOf(
    {
      name: `processor time of the first render of ${week}, from the press to the frame with all that is in view, against the bare cards, all of them`,
      unit: 'ms',
      value: median(renderWork.product),
      peer: median(renderWork.peer),
    },
    { of: 'value', atMost: 200 },
  ),
  rowOf(
    {
      name: `first render of ${week} on the clock, all that is in view, against the bare cards, all of them`,
      unit: 'ms',
      value: median(renders.product),
      peer: median(renders.peer),
    },
    { of: 'value', atMost: 200 },
  ),
  rowOf(
    {
      name: `every meeting of ${week} there, also beyond the edges, for the keys and a screen reader, against the bare cards`,
      unit: 'ms',
      value: median(whole),
      peer: median(renders.peer),
    },
    { of: 'value', atMost: 500 },
  ),
  rowOf(
    {
      name: 'processor time of a drag step in script, style and layout (p95), against a bare ghost',
      unit: 'ms',
      value: percentile(work.product, 95),
      peer: percentile(work.peer, 95),
    },
    { of: 'value', atMost: 4 },
  ),
  rowOf(
    {
      name: 'frame interval while dragging (p95), against a bare ghost',
      unit: 'ms',
      value: percentile(frames.product, 95),
      peer: percentile(frames.peer, 95),
    },
    { of: 'ratio', atMost: 1.25 },
  ),
  rowOf(
    {
      name: 'longest frame while dragging, against a bare ghost',
      unit: 'ms',
      value: Math.max(...frames.product),
      peer: Math.max(...frames.peer),
    },
    { of: 'value', atMost: 50 },
  ),
];

/** Unlocks the file, has the timetable show the week, and goes to another page. */
const openWeek = async (app: ElectronApplication, passphrase: string): Promise<Page> => {
  const window = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await window
    .getByRole('navigation')
    .getByRole('button', { name: /^Week at a glance/ })
    .waitFor();
  return window;
};

/** Notes what a measurement answers, and the processor time that the window's main thread spent on it. */
const timed = async (
  cdp: CDPSession,
  measure: () => Promise<number>,
  [clock, processor]: readonly [number[], number[]],
): Promise<void> => {
  const before = await spentOn(cdp, ['TaskDuration']);
  clock.push(await measure());
  processor.push((await spentOn(cdp, ['TaskDuration'])) - before);
};

/** The timetable is read, set to the week, and not on screen. */
const readyForRender = async (window: Page): Promise<void> => {
  await showPage(window, 'Timetable');
  await window.getByRole('radio', { name: 'Week', exact: true }).check({ force: true });
  await showPage(window, 'Week at a glance');
  await window.waitForTimeout(1_000);
};

/**
 * From the press on "Timetable" until the frame with every meeting in view has been drawn. What lies beyond the edges of
 * the window comes in later frames, and is measured by itself.
 */
const firstRender = (window: Page): Promise<number> =>
  window.evaluate(async () => {
    const button = [...document.querySelectorAll<HTMLElement>('nav button')].find((one) =>
      one.textContent?.startsWith('Timetable'),
    );
    const startedAt = performance.now();
    button?.click();
    const channel = new MessageChannel();
    const turn = () =>
      new Promise<void>((done) => {
        channel.port1.onmessage = () => done();
        channel.port2.postMessage(0);
      });
    while (!document.querySelector('.timetable-card')) await turn();
    const drawn = new Set([...document.querySelectorAll('.timetable-card:not(:empty)')]);
    document.body.getBoundingClientRect();
    await new Promise((done) => requestAnimationFrame(done));
    await turn();
    Object.assign(globalThis, { firstRender: { startedAt, drawn } });
    return performance.now() - startedAt;
  });

/** From the same press until all the meetings are there; those in view have to be the ones that were drawn first. */
const wholeRender = (window: Page): Promise<number> =>
  window.evaluate(async (meetings) => {
    const kept = globalThis as unknown as { firstRender: { startedAt: number; drawn: Set<Element> } };
    const { startedAt, drawn } = kept.firstRender;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    while (document.querySelectorAll('.timetable-card').length < meetings) await frame();
    await frame();
    const took = performance.now() - startedAt;
    const boxOf = (name: string) => {
      const box = document.querySelector(name)?.getBoundingClientRect();
      if (!box) throw new Error(`There is no ${name}.`);
      return box;
    };
    const sheet = boxOf('.timetable-scroll');
    // Hours and heads stay in sight, and what is under them is not.
    const [hours, heads] = [boxOf('.timetable-gutter').right + 1, boxOf('.timetable-heads').bottom];
    const isInView = ({ left, right, top, bottom }: DOMRect) =>
      right > hours && left < sheet.right && bottom > heads && top < sheet.bottom;
    const inView = [...document.querySelectorAll('.timetable-card')].filter((card) =>
      isInView(card.getBoundingClientRect()),
    );
    const late = inView.filter((card) => !drawn.has(card));
    if (inView.length === 0 || late.length > 0)
      throw new Error(`${late.length} of ${inView.length} meetings in view were not drawn first.`);
    return took;
  }, MEETINGS);

/** As long, for the same grid put there as text: no React, no rules, nothing that answers. */
const bareRender = (window: Page): Promise<number> =>
  window.evaluate(async () => {
    const grid = document.querySelector('.timetable-scroll');
    const page = grid?.parentElement;
    if (!grid || !page) throw new Error('The grid is not shown.');
    const html = grid.outerHTML;
    const host = document.createElement('div');
    host.className = 'page-main';
    await new Promise((done) => requestAnimationFrame(done));
    const startedAt = performance.now();
    page.replaceWith(host);
    host.innerHTML = html;
    document.body.getBoundingClientRect();
    await new Promise((done) => requestAnimationFrame(done));
    const channel = new MessageChannel();
    await new Promise<void>((done) => {
      channel.port1.onmessage = () => done();
      channel.port2.postMessage(0);
    });
    const took = performance.now() - startedAt;
    host.replaceWith(page);
    return took;
  });

/** Drags the same way by turns: a meeting over the grid, and a bare box over the same window. */
const measureDrags = async (
  window: Page,
  cdp: CDPSession,
  found: { readonly work: Found; readonly frames: Found },
): Promise<void> => {
  const scroller = window.locator('.timetable-scroll');
  await scroller.evaluate((sheet) => sheet.scrollTo(0, 0));
  const box = await scroller.boundingBox();
  const card = await window.locator('.timetable-card').nth(4).boundingBox();
  if (!box || !card) throw new Error('The grid is not on screen.');
  const from = { x: card.x + 20, y: card.y + 12 };
  // Inside the edges at which the grid would scroll, across columns and hours.
  const path = Array.from({ length: STEPS }, (_, step) => ({
    x: box.x + 110 + (box.width - 220) * (0.5 - 0.5 * Math.cos((step / STEPS) * 4 * Math.PI)),
    y: box.y + 160 + (box.height - 260) * (step / STEPS),
  }));
  for (let round = 0; round < DRAGS; round += 1) {
    await window.mouse.move(from.x, from.y);
    await window.mouse.down();
    await window.mouse.move(from.x + 10, from.y + 10, { steps: 3 });
    await window.locator('[aria-roledescription="meeting being moved"]').waitFor();
    found.work.product.push(...(await workOf(window, cdp, path)));
    found.frames.product.push(...(await framesOf(window, path)));
    await window.keyboard.press('Escape');
    await window.mouse.up();
    await window.waitForTimeout(300);

    await window.evaluate(() => {
      const ghost = document.createElement('div');
      ghost.id = 'ghost';
      Object.assign(ghost.style, {
        position: 'fixed',
        inset: '0 auto auto 0',
        width: '88px',
        height: '54px',
      });
      Object.assign(ghost.style, { background: '#2166ac', zIndex: '9', pointerEvents: 'none' });
      document.body.append(ghost);
      globalThis.onpointermove = ({ clientX, clientY }) => {
        ghost.style.transform = `translate(${clientX}px, ${clientY}px)`;
      };
    });
    // Over an inert sheet, so that nothing below hears of the pointer, as nothing does while a meeting is carried.
    await window.evaluate(() => {
      const sheet = document.createElement('div');
      sheet.id = 'ghost-sheet';
      Object.assign(sheet.style, { position: 'fixed', inset: '0', zIndex: '8' });
      document.body.append(sheet);
    });
    found.work.peer.push(...(await workOf(window, cdp, path)));
    found.frames.peer.push(...(await framesOf(window, path)));
    await window.evaluate(() => {
      globalThis.onpointermove = null;
      document.getElementById('ghost')?.remove();
      document.getElementById('ghost-sheet')?.remove();
    });
  }
};

/** What the window has spent on some of Chromium's sorts of work since it began, in milliseconds. */
const spentOn = async (cdp: CDPSession, sorts: readonly string[]): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.filter(({ name }) => sorts.includes(name)).reduce((sum, { value }) => sum + value * 1000, 0);
};

type Path = readonly { readonly x: number; readonly y: number }[];

/** What each step of the pointer costs in script, style and layout, as Chromium counts it: layout that script waits for is in both. */
const workOf = async (window: Page, cdp: CDPSession, path: Path): Promise<readonly number[]> => {
  const spent = () => spentOn(cdp, ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']);
  const costs: number[] = [];
  let before = await spent();
  for (const { x, y } of path) {
    await window.mouse.move(x, y);
    await window.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const after = await spent();
    costs.push(after - before);
    before = after;
  }
  return costs;
};

/** How far apart frames are while the pointer goes along the path without waiting for them. */
const framesOf = async (window: Page, path: Path): Promise<readonly number[]> => {
  await window.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const note = (at: number) => {
      times.push(at);
      Object.assign(globalThis, { frameRequest: requestAnimationFrame(note) });
    };
    requestAnimationFrame(note);
  });
  for (const { x, y } of path) await window.mouse.move(x, y, { steps: 2 });
  return window.evaluate(() => {
    const kept = globalThis as unknown as { frameTimes: number[]; frameRequest: number };
    cancelAnimationFrame(kept.frameRequest);
    return kept.frameTimes.slice(1).map((at, index) => at - (kept.frameTimes[index] ?? at));
  });
};

const showPage = (window: Page, name: string): Promise<void> =>
  window
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

const percentile = (figures: readonly number[], percent: number): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
};

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
