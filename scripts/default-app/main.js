// Opens the app folder named on the command line, as Electron's own default app does: `electron [-r FILE] FOLDER`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const readArguments = (args) => {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      preloads.push(args[index + 1]);
      index += 1;
    } else if (!argument.startsWith('-')) {
      return { preloads, target: argument };
    }
  }
  return { preloads, target: undefined };
};

const { preloads, target } = readArguments(process.argv.slice(1));
if (target === undefined) {
  console.error('Name the app folder to open, for example: electron .');
  process.exit(1);
}

const require = createRequire(import.meta.url);
process.defaultApp = true;
// app.enableSandbox() would take --no-sandbox away again, and a root user's Electron would never come up.
if (app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox = () => {};

const loadFolder = async (folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  app.setName(name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  if (!app.commandLine.hasSwitch('user-data-dir'))
    app.setPath('userData', join(app.getPath('appData'), name));
  for (const preload of preloads) require(resolve(preload));
  await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href);
};

const loadFile = async (file) => {
  for (const preload of preloads) require(resolve(preload));
  await import(pathToFileURL(file).href);
};

try {
  const path = resolve(target);
  await (/\.[cm]?js$/.test(path) ? loadFile(path) : loadFolder(path));
} catch (error) {
  console.error(error);
  process.exit(1);
}
