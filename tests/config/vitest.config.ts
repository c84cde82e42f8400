import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { keepTestFilesInMemory } from '../../scripts/test-files.ts';

const root = join(import.meta.dirname, '..', '..');

keepTestFilesInMemory();

// Threads are started from source hundreds of times, and each would compile the same files again.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');

export default defineConfig({
  root,
  test: {
    // Every core: left to itself it keeps one free, which on two cores doubles the time.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
          // Properties are tried many times over, on machines that may be busy with something else.
          testTimeout: 20_000,
        },
      },
      {
        root,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/security/**/*.test.ts'],
          // Real SQLite files: a process each, so that a crash in native code names its file.
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
