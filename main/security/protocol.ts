import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/**
 * Threat answered: a page or document that reads other files, runs scripts from elsewhere, or reaches a network.
 * app:// serves only our own bundle; evidence:// serves one document by id, on an origin of its own, unable to run anything.
 */
export const appOrigin = 'app://lano';

const appPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' evidence: data:",
  'connect-src app: evidence:',
  'frame-src evidence:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const evidencePolicy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

const paperPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

export type EvidenceSource = (
  id: string,
  page: number,
) => Promise<{
  readonly type: string;
  readonly bytes: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
} | null>;

/** Must run before the app is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges },
    { scheme: 'evidence', privileges: { ...privileges, corsEnabled: true } },
  ]);
}

/** Starts answering both schemes; `evidence` gives nothing while the engagement is locked. */
export function serveSchemes(rendererFolder: string, evidence: EvidenceSource): void {
  protocol.handle('app', bundleFrom(rendererFolder));
  protocol.handle('evidence', async (request) => {
    const { host, pathname, searchParams } = new URL(request.url);
    const isAsked = host === 'item' && request.method === 'GET';
    const page = Number(searchParams.get('page') ?? 1);
    // What cannot be drawn is not there.
    const found = isAsked
      ? await evidence(decodeURIComponent(pathname.slice(1)), page).catch(() => null)
      : null;
    if (!found) return notFound();
    return new Response(found.bytes, {
      headers: { ...headers(found.type, evidencePolicy), 'access-control-allow-origin': appOrigin },
    });
  });
}

/** Answers app:// alone, for a hidden window with a session of its own: no document can be asked for there. */
export function serveBundle(session: Session, rendererFolder: string): void {
  session.protocol.handle('app', bundleFrom(rendererFolder));
}

const bundleFrom = (rendererFolder: string) => async (request: Request) => {
  const { host, pathname } = new URL(request.url);
  const path = normalize(join(rendererFolder, decodeURIComponent(pathname)));
  const type = types[extname(path)];
  const isInside = path.startsWith(rendererFolder + sep);
  if (host !== 'lano' || !isInside || !type || request.method !== 'GET') return notFound();
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: headers(type, appPolicy) });
  } catch {
    return notFound();
  }
};

/** Answers app:// with pages to print, each by its number, on which nothing runs and to which nothing is fetched. */
export function servePaper(session: Session, pageOf: (name: string) => string | undefined): void {
  session.protocol.handle('app', (request) => {
    const html = pageOf(new URL(request.url).pathname.slice(1));
    return html === undefined
      ? notFound()
      : new Response(html, { headers: headers(types['.html'] ?? '', paperPolicy) });
  });
}

function headers(type: string, policy: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
}

const notFound = () => new Response('', { status: 404, headers: { 'content-type': 'text/plain' } });
