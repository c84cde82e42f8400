import { BrowserWindow, session } from 'electron';
import { appOrigin, serveBundle } from '../security/protocol.ts';
import type { Outside } from '../services/context.ts';

const longestLayout = 60_000;

/**
 * Lays Word documents out in a hidden window that can reach neither our window, nor documents, nor a network. Whatever
 * goes wrong with a document, that window ends with it.
 */
export function openWordLayout(rendererFolder: string): Outside['layOutWord'] {
  const partition = 'word-layout';
  let isServed = false;
  return async (docx) => {
    if (!isServed) serveBundle(session.fromPartition(partition), rendererFolder);
    isServed = true;
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, partition, spellcheck: false },
    });
    try {
      return await Promise.race([laidOut(window, docx), givenUp(window)]);
    } catch {
      return null;
    } finally {
      window.destroy();
    }
  };
}

async function laidOut({ webContents }: BrowserWindow, docx: Uint8Array): Promise<string | null> {
  await webContents.loadURL(`${appOrigin}/word-pages.html`);
  const base64 = Buffer.from(docx).toString('base64');
  const html: unknown = await webContents.executeJavaScript(`layOutWord("${base64}")`);
  return typeof html === 'string' ? html : null;
}

const givenUp = ({ webContents }: BrowserWindow): Promise<null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), longestLayout);
    webContents.once('render-process-gone', () => resolve(null));
    webContents.once('destroyed', () => clearTimeout(timer));
  });
