// `npm start`: builds what has changed and opens the app. Arguments after -- go to the app.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildApp } from './build.ts';
import { hasDisplay } from './display.ts';
import { ensureElectron } from './electron-runtime.ts';
import { developmentArguments } from './launch-arguments.ts';
import { projectRoot } from './project-paths.ts';
import { runScript } from './run-script.ts';
import { checkLinkedLibraries } from './system-libraries.ts';

const start = async (): Promise<number> => {
  if (!hasDisplay()) {
    console.error(
      'LANO Desk opens a window, and this session has no display: neither DISPLAY nor WAYLAND_DISPLAY is set.',
    );
    return 1;
  }
  await buildApp();
  const runtime = await ensureElectron();
  await checkLinkedLibraries(runtime.executable);
  const { args, reason } = developmentArguments(runtime);
  if (reason !== undefined) {
    console.log(
      `Chromium's sandbox is off for this development start, because ${reason}. An installed app never does this.`,
    );
  }
  const child = spawn(runtime.executable, [...args, projectRoot, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
};

await runScript(start);
