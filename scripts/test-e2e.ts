// `npm run test:e2e [-- PLAYWRIGHT ARGUMENTS]`: the journeys, in a real Electron, with or without a screen.
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { withVirtualDisplays } from './display.ts';
import { ensureElectron } from './electron-runtime.ts';
import { packageFolder, projectRoot } from './project-paths.ts';
import { runCommand } from './run-command.ts';
import { runScript } from './run-script.ts';
import { checkLinkedLibraries, ensureDisplayLibraries } from './system-libraries.ts';

// Two windows at a time keep two cores busy; a third only makes the others wait.
const WINDOWS_AT_ONCE = 2;

/** Runs Playwright on what is built now, and gives its exit code. */
export const runJourneys = async (playwrightArguments: readonly string[]): Promise<number> => {
  await ensureDisplayLibraries();
  const runtime = await ensureElectron();
  await checkLinkedLibraries(runtime.executable);
  const playwright = join(packageFolder('@playwright/test'), 'cli.js');
  const config = join(projectRoot, 'tests', 'config', 'playwright.config.ts');
  const { code } = await withVirtualDisplays(WINDOWS_AT_ONCE, (displays) =>
    runCommand(process.execPath, [playwright, 'test', '--config', config, ...playwrightArguments], {
      cwd: projectRoot,
      env: {
        ...process.env,
        ELECTRON_OVERRIDE_DIST_PATH: runtime.distPath,
        TEST_DISPLAYS: displays.join(' '),
      },
    }),
  );
  return code;
};

if (import.meta.main) {
  await runScript(async () => {
    await buildApp();
    return runJourneys(process.argv.slice(2));
  });
}
