import type { ElectronApplication, Page } from '@playwright/test';

/** The moment at which every journey begins: the Sunday before the sample's week on site. */
const STARTS_AT = '2026-11-22T10:00:00.000Z';

/** Sets the clocks of the main process and of the window to the day the journeys are written for; time then goes on. */
export async function fixDay(app: ElectronApplication, window: Page): Promise<void> {
  const offset = Date.parse(STARTS_AT) - Date.now();
  await app.evaluate((_, [shift, milliseconds]) => new Function(`return ${shift}`)()(milliseconds), [
    shiftClock.toString(),
    offset,
  ] as const);
  await window.addInitScript(shiftClock, offset);
  await window.evaluate(shiftClock, offset);
}

// Runs on the other side of a wire, so it may name nothing but its own parameters and the globals of the other side.
function shiftClock(milliseconds: number): void {
  const realNow = Date.now;
  Date.now = () => realNow() + milliseconds;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, called) =>
      Reflect.construct(target, given.length === 0 ? [target.now()] : given, called),
  });
}
