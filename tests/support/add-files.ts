import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import type { EvidenceId } from '../../shared/domain/ids.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';

/** What each file holds, by its name. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

/** Writes files into a folder and takes them in together: one intake of several costs about as much as of one. */
export async function addFiles(
  ctx: Context,
  folder: string,
  files: Files,
  targets: readonly LinkTarget[],
): Promise<readonly EvidenceId[]> {
  await mkdir(folder, { recursive: true });
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const outside = { ...ctx.outside, chooseFiles: async () => paths };
  const added = await addEvidence({ ...ctx, outside }, { targets: [...targets] });
  return added.map(({ evidenceId, reason }) => {
    if (!evidenceId) throw new Error(reason);
    return evidenceId;
  });
}

/** The same for one file. */
export async function addFile(...given: Parameters<typeof addFiles>): Promise<EvidenceId> {
  const [id] = await addFiles(...given);
  if (!id) throw new Error('no file was given');
  return id;
}
