import { powerMonitor } from 'electron';
import type { LockReason } from '../services/vault/desk-session.ts';

const checkEvery = 15_000;

/**
 * Locks when the computer (not only the app) has been idle, when its screen is locked, and when it sleeps.
 * The screen-lock event exists on Windows and macOS only; idle time covers Linux.
 */
export function startAutoLock(idleMinutes: () => number, lock: (why: LockReason) => void): void {
  powerMonitor.on('lock-screen', () => lock('screen-lock'));
  powerMonitor.on('suspend', () => lock('sleep'));
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= idleMinutes() * 60) lock('idle');
  }, checkEvery).unref();
}
