import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { keepTestFilesInMemory } from '../../scripts/test-files.ts';

keepTestFilesInMemory();

const tests = join(import.meta.dirname, '..');
const results = join(tests, '..', 'test-results');

// One Electron for each virtual display, or one on the machine's own screen. A test that fails once has failed.
// Nothing is ever downloaded: no browser is used.
const displays = (process.env.TEST_DISPLAYS ?? '').split(' ');

export default defineConfig({
  testDir: tests,
  testMatch: ['**/e2e/**/*.spec.ts', '**/security/**/*.spec.ts'],
  outputDir: join(results, 'e2e'),
  tsconfig: join(tests, 'tsconfig.json'),
  workers: displays.length,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // Long limits: a slow machine is not a failure, and how fast the app is, is measured by the bench.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
  use: { actionTimeout: 30_000, screenshot: 'only-on-failure' },
});
