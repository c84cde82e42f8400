import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { keepTestFilesInMemory } from '../../scripts/test-files.ts';

const root = join(import.meta.dirname, '..', '..');

keepTestFilesInMemory();

// Tests start programs from source, and each would compile the same files again.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');

// A worker does one file after another: reading the app in for each took longer than most of what is tested. So no test
// may leave anything behind in its process.
const shared = { isolate: false };

export default defineConfig({
  root,
  test: {
    // Every core: left to itself it keeps one free, which on two cores doubles the time.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
          // Properties are tried many times over, on machines that may be busy with something else.
          testTimeout: 20_000,
        },
      },
      {
        root,
        // Threads are started hundreds of times: they are built once, as they ship, where each compiled its source anew.
        resolve: {
          alias: [
            {
              find: /^.*\/worker-file\.ts$/,
              replacement: join(import.meta.dirname, 'built-worker-file.ts'),
            },
          ],
        },
        test: {
          ...shared,
          name: 'integration',
          globalSetup: join(import.meta.dirname, 'build-threads.ts'),
          include: ['tests/integration/**/*.test.ts', 'tests/security/**/*.test.ts'],
          // Real SQLite files: in processes, so that a crash in native code ends one and names its file.
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
