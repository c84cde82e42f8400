import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { frameworkById } from '../../../shared/domain/frameworks.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import { startEngagement } from '../start-engagement.ts';
import { closeSession, createSession } from '../vault/session.ts';

/** The passphrase of the sample; its data is invented, so it guards nothing. */
export const samplePassphrase = 'sample harbour violet teapot';

/** Writes the sample engagement anew at `path` and leaves it closed. */
export async function buildSampleFile(
  path: string,
  { clock, outside }: Pick<Context, 'clock' | 'outside'>,
): Promise<{ readonly path: string; readonly passphrase: string }> {
  const framework = frameworkById('area-send-full-inspection');
  if (!framework) throw new AppError('record/not-found');
  await rm(path, { force: true });
  const session = await createSession(path, samplePassphrase);
  const ctx: Context = {
    db: session.db,
    clock,
    newId: randomUUID,
    actor: 'Sample',
    changed: () => {},
    outside,
  };
  startEngagement(ctx, {
    title: 'Aldermere area SEND inspection',
    council: 'Aldermere',
    anchorDate: '2026-11-09',
    framework,
  });
  await closeSession(session);
  return { path, passphrase: samplePassphrase };
}
