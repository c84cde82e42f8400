import type { CDPSession, Page } from '@playwright/test';

const STEPS = 90;

/** What each of the app's own parts and its bare peer took, in milliseconds. */
export type Found = { readonly product: number[]; readonly peer: number[] };

/** Drags the same way by turns: a meeting over the grid, and a bare box over the same window. */
export const measureDrags = async (
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
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move(from.x + 10, from.y + 10, { steps: 3 });
  await window.locator('[aria-roledescription="meeting being moved"]').waitFor();
  found.work.product.push(...(await workOf(window, cdp, path)));
  found.frames.product.push(...(await framesOf(window, path)));
  await window.keyboard.press('Escape');
  await window.mouse.up();
  await window.waitForTimeout(300);

  await putGhost(window);
  found.work.peer.push(...(await workOf(window, cdp, path)));
  found.frames.peer.push(...(await framesOf(window, path)));
  await window.evaluate(() => {
    globalThis.onpointermove = null;
    document.getElementById('ghost')?.remove();
    document.getElementById('ghost-sheet')?.remove();
  });
};

/** A bare box that follows the pointer, over an inert sheet: nothing below hears of the pointer, as while a meeting is carried. */
const putGhost = (window: Page): Promise<void> =>
  window.evaluate(() => {
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
    const sheet = document.createElement('div');
    sheet.id = 'ghost-sheet';
    Object.assign(sheet.style, { position: 'fixed', inset: '0', zIndex: '8' });
    document.body.append(sheet);
  });

/** What the window has spent on some of Chromium's sorts of work since it began, in milliseconds. */
export const spentOn = async (cdp: CDPSession, sorts: readonly string[]): Promise<number> => {
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
