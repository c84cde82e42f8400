import type { PackPreview } from '../../../shared/ipc/packs.ts';
import type { Context } from '../context.ts';
import { planPack } from './plan.ts';
import type { PackInput } from './select.ts';

/** What a pack would hold, what it lacks, and what stands in its way; nothing is written. */
export async function previewPack(ctx: Context, input: PackInput): Promise<PackPreview> {
  const { subject, paper, shown, missing, stops, cautions, passed } = await planPack(ctx, input);
  return {
    subject,
    hasPaper: paper !== null,
    documents: shown,
    missing,
    stops: stops.map(({ code: _, ...finding }) => finding),
    cautions,
    passed,
  };
}
