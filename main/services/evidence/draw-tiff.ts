import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SheetSize } from '../../../shared/ipc/evidence.ts';
import { onEndBeside } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import type { Context } from '../context.ts';
import { openRecogniser } from '../recognise/recogniser.ts';
import { sheetAlone, type TiffSheet, tiffSheets } from '../recognise/tiff-pages.ts';
import { readGently } from './read-gently.ts';

/** Larger ones would have to be whole in memory twice. */
const largest = 256 * 1024 * 1024;
/** An A3 sheet at 600 dots to the inch has 70 million. */
const mostPixels = 100_000_000;
/** Whoever turns pages asks again sooner than this. */
const keptFor = 30_000;

type Opened = { readonly bytes: Uint8Array; readonly sheets: readonly TiffSheet[] };
type Drawer = {
  readonly sha256: string;
  readonly opened: Promise<Opened>;
  readonly redraw: (file: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
  readonly wait: () => void;
  readonly close: () => Promise<void>;
};

/** The TIFF that is being looked at, and the thread that draws it. */
const drawers = new WeakMap<Connection, Drawer>();

/** How large each sheet of a TIFF is. Fails with `evidence/unreadable` where it has none, or is too large to draw. */
export async function readSheetSizes(ctx: Context, item: EvidenceItem): Promise<readonly SheetSize[]> {
  const { sheets } = await drawerFor(ctx.db, item).opened;
  if (sheets.length === 0) throw new AppError('evidence/unreadable', 'No page can be found in it.');
  return sheets.map(({ width, height }) => ({ width, height }));
}

/** One sheet of a TIFF, counted from 1, as a PNG: browsers draw no TIFF. Fails with `evidence/unreadable`. */
export async function drawSheet(
  ctx: Context,
  item: EvidenceItem,
  page: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const drawer = drawerFor(ctx.db, item);
  const { bytes, sheets } = await drawer.opened;
  const sheet = sheets[page - 1];
  if (!sheet || sheet.width * sheet.height > mostPixels) throw new AppError('evidence/unreadable');
  drawer.wait();
  return drawer.redraw(sheetAlone(bytes, sheet));
}

function drawerFor(db: Connection, item: EvidenceItem): Drawer {
  if (item.size > largest) throw new AppError('evidence/unreadable', 'It is too large to draw.');
  const known = drawers.get(db);
  if (known?.sha256 === item.sha256) return known;
  void known?.close();
  const drawer = openDrawer(db, item.sha256);
  drawers.set(db, drawer);
  return drawer;
}

function openDrawer(db: Connection, sha256: string): Drawer {
  const { redraw, close: closeThread } = openRecogniser({ milliseconds: 30_000, megabytes: 1024 });
  const close = async (): Promise<void> => {
    clearTimeout(timer);
    forgetEnd();
    if (drawers.get(db)?.sha256 === sha256) drawers.delete(db);
    await closeThread();
  };
  const timer = setTimeout(() => void close(), keptFor);
  const forgetEnd = onEndBeside(db, close);
  const opened = open(db, sha256);
  opened.catch(() => {});
  return { sha256, opened, redraw, wait: () => timer.refresh(), close };
}

async function open(db: Connection, sha256: string): Promise<Opened> {
  const bytes = await readGently(db, sha256);
  if (!bytes) throw new AppError('vault/locked');
  return { bytes, sheets: tiffSheets(bytes) };
}
