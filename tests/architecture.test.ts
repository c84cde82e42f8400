import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rules of the house that a compiler does not hold: who may import whom, and what may stand only in one place. */
const root = resolve(import.meta.dirname, '..');
const layers = ['main', 'renderer', 'shared'] as const;

type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] };

const sources: readonly Source[] = layers.flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readSource(join(layer, name))),
);

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const found = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const imports = found.map((name) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(path), name)).replaceAll('\\', '/') : name,
  );
  return { path: path.replaceAll('\\', '/'), text, imports };
}

const within = (folder: string) => sources.filter((source) => source.path.startsWith(folder));

/** Each import that breaks a rule, as "importer -> imported". */
function breaches(
  from: readonly Source[],
  isForbidden: (imported: string, source: Source) => boolean,
): string[] {
  return from.flatMap((source) =>
    source.imports.filter((name) => isForbidden(name, source)).map((name) => `${source.path} -> ${name}`),
  );
}

/** Each file other than the one named whose text matches. */
function elsewhere(pattern: RegExp, allowed: readonly string[], from: readonly Source[] = sources): string[] {
  return from
    .filter(({ path, text }) => !allowed.includes(path) && pattern.test(text))
    .map(({ path }) => path);
}

describe('directions', () => {
  it('shared imports nothing of ours but itself and the bundled assets, and neither Node nor Electron', () => {
    const isForbidden = (name: string) =>
      name.startsWith('main/') ||
      name.startsWith('renderer/') ||
      name.startsWith('node:') ||
      name === 'electron' ||
      name === 'react';

    expect(breaches(within('shared/'), isForbidden)).toEqual([]);
  });

  it('the window and the main process never import each other', () => {
    expect(breaches(within('renderer/'), (name) => name.startsWith('main/'))).toEqual([]);
    expect(breaches(within('main/'), (name) => name.startsWith('renderer/'))).toEqual([]);
  });

  it('services and the database know nothing of Electron, of IPC, or of the app around them', () => {
    const isForbidden = (name: string) => name === 'electron' || /^main\/(ipc|app|security)\//.test(name);

    expect(breaches([...within('main/services/'), ...within('main/db/')], isForbidden)).toEqual([]);
  });

  it('the database never imports a service', () => {
    expect(breaches(within('main/db/'), (name) => name.startsWith('main/services/'))).toEqual([]);
  });

  it('the window uses neither Node nor Electron', () => {
    const files = within('renderer/').filter(({ path }) => path !== 'renderer/vite.config.ts');

    expect(breaches(files, (name) => name.startsWith('node:') || name === 'electron')).toEqual([]);
  });

  it('a feature never imports another feature; only the desk puts them together', () => {
    const featureOf = (path: string) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const features = within('renderer/features/').filter(({ path }) => featureOf(path) !== 'desk');
    const isForbidden = (name: string, source: Source) => {
      const other = featureOf(name);
      return other !== undefined && other !== featureOf(source.path);
    };

    expect(breaches(features, isForbidden)).toEqual([]);
  });

  it('building blocks know nothing of the domain, the store or a feature', () => {
    const isForbidden = (name: string) =>
      /^renderer\/(features|state|people)\//.test(name) ||
      (name.startsWith('shared/') && name !== 'shared/domain/parsed.ts' && name !== 'shared/assert.ts');

    expect(breaches(within('renderer/ui/'), isForbidden)).toEqual([]);
  });

  it('nothing imports in a circle', () => {
    const graph = new Map(sources.map((source) => [source.path, source.imports]));
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done' || !graph.has(path)) return;
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const { path, text } of sources) if (text !== '') visit(path, []);

    expect(circles).toEqual([]);
  });
});

describe('one obvious place', () => {
  it('only the router and the dropped files listen to the window', () => {
    expect(elsewhere(/\bipcMain\b/, ['main/ipc/router.ts', 'main/app/dropped-files.ts'])).toEqual([]);
  });

  it('only the bridge reads what preload put on the window', () => {
    expect(
      elsewhere(/window(?: as unknown as [^)]*\))?\.api\b|\.api\.call/, [
        'renderer/bridge.ts',
        'main/preload.ts',
      ]),
    ).toEqual([]);
  });

  it('only the store creates a store', () => {
    expect(
      breaches(sources, (name, { path }) => name === 'zustand' && !path.startsWith('renderer/state/')),
    ).toEqual([]);
    expect(elsewhere(/\bcreate<Store>/, ['renderer/state/store.ts'])).toEqual([]);
  });

  it('nothing that is drawn takes the whole store, or it would be drawn again for every change of anything', () => {
    expect(elsewhere(/\buseStore\(\)/, [])).toEqual([]);
  });

  it('SQL stands in main/db alone', () => {
    const sql =
      /\b(?:SELECT\s[\s\S]{0,200}?\sFROM|INSERT (?:OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE)\b/;

    expect(
      elsewhere(
        sql,
        [],
        sources.filter(({ path }) => !path.startsWith('main/db/')),
      ),
    ).toEqual([]);
  });

  it('schemas are written in shared and where a file of this computer is read', () => {
    const allowed = [
      'main/db/table.ts',
      'main/services/backup/backup-record.ts',
      'main/services/vault/recent-files.ts',
      'main/services/sample/sample-data.ts',
    ];

    expect(
      breaches(
        [...within('main/'), ...within('renderer/')],
        (name, { path }) => name === 'zod' && !allowed.includes(path),
      ),
    ).toEqual([]);
  });

  it('dates are reckoned in one file', () => {
    const temporal = (name: string, { path }: Source) =>
      name === 'temporal-polyfill' && path !== 'shared/domain/time.ts';

    expect(breaches(sources, temporal)).toEqual([]);
    expect(elsewhere(/\.(?:setDate|setHours|setMonth|getDay|getMonth)\(/, [])).toEqual([]);
  });
});

describe('safety', () => {
  it('nothing opens a network connection or an outside program', () => {
    const pattern =
      /\bopenExternal\b|from 'node:(?:http|https|net|tls|dgram|dns)'|\bnew WebSocket\b|\bXMLHttpRequest\b/;

    expect(elsewhere(pattern, [])).toEqual([]);
  });

  it('nothing writes HTML into the page or runs text as code', () => {
    expect(elsewhere(/dangerouslySetInnerHTML|\.innerHTML\s*=|\beval\(|new Function\(/, [])).toEqual([]);
  });
});

describe('files', () => {
  it('stay short enough to hold one noun', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 350);

    expect(long).toEqual([]);
  });

  it('are not called after nothing in particular', () => {
    expect(
      sources.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.)/.test(path)),
    ).toEqual([]);
  });

  it('hold no shortcut past the compiler', () => {
    expect(elsewhere(/@ts-ignore|@ts-expect-error|biome-ignore-all/, [])).toEqual([]);
  });
});
