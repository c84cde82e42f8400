import { invariant } from '../../../shared/assert.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { RowId } from '../../../shared/domain/ids.ts';
import type { KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import type { PackChoices, PackRecipe, PackSubject } from '../../../shared/domain/pack.ts';
import { packFolderName, titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import { today } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { PackMade, PacksView } from '../../../shared/ipc/packs.ts';
import { getRow, listRows } from '../../db/table.ts';
import { packExports, packRecipes } from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { renderPaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { listKnownChildren, titleMasker } from '../evidence/known-children.ts';
import { coverPage } from './cover.ts';
import { unfinishedPacksIn } from './leftovers.ts';
import { newPackPassphrase } from './passphrase.ts';
import { type PackPlan, planPack } from './plan.ts';
import { printCopies } from './print-copies.ts';
import { indexPage, indexPaper } from './render.ts';
import { type PackWritten, writePack } from './write.ts';

type Input = ParsedInputOf<Contract['packs:exportPack']>;

/** Every pack that was made, the newest first, and the recipes; a child named in what was typed is shown by code. */
export function readPacks({ db }: Context): PacksView {
  const mask = titleMasker(db);
  const rows = listRows(db, packExports, {}, ['at']).toReversed();
  return {
    exports: rows.map(({ contents: _, ...row }) => ({
      ...row,
      subject: mask(row.subject),
      recipient: mask(row.recipient),
      reason: mask(row.reason),
    })),
    recipes: listRows(db, packRecipes, {}, ['name']).map((recipe) => ({
      ...recipe,
      name: mask(recipe.name),
    })),
  };
}

/** Keeps a set of choices under a name, to be made again. */
export function saveRecipe(
  ctx: Context,
  { id, name, choices }: ParsedInputOf<Contract['packs:saveRecipe']>,
): PackRecipe {
  const recipe = { id: id ?? RowId.parse(ctx.newId()), name, choices };
  return write(ctx, { action: 'saveRecipe', summary: `Saved the recipe “${name}”` }, (tx) =>
    id === null ? insertRow(tx, packRecipes, recipe) : updateRow(tx, packRecipes, id, { name, choices }),
  );
}

/** Forgets a recipe; what was made by it stays in the log. */
export function removeRecipe(ctx: Context, { id }: ParsedInputOf<Contract['packs:removeRecipe']>): null {
  const { name } = getRow(ctx.db, packRecipes, id);
  write(ctx, { action: 'removeRecipe', summary: `Removed the recipe “${name}”` }, (tx) =>
    deleteRow(tx, packRecipes, id),
  );
  return null;
}

/**
 * Makes a pack where the user says: a folder in BagIt form, an encrypted zip of the same, or both, logged with the hash
 * of its list of hashes. Fails as the preview warns, with `input/invalid` when a reason is due, and leaves nothing when it fails;
 * null when the user closes the dialog.
 */
export async function exportPack(ctx: Context, input: Input): Promise<PackMade | null> {
  refuse(await planPack(ctx, input), input);
  const into = await ctx.outside.chooseFolder('Where to put the pack');
  if (!into) return null;
  // The dialog may have stood open for long, so what counts is how things are now.
  const plan = await planWithCopies(ctx, input);
  refuse(plan, input);

  const known = listKnownChildren(ctx.db);
  const { title, council, marking: usual } = theEngagement(ctx.db);
  const marking = input.marking ?? usual;
  const passphrase = newPackPassphrase();
  const madeAt = ctx.clock();
  const description = `${plan.subject}: evidence pack`;
  const version = input.version && titleNeutraliser(known)(input.version);
  const maskOthers = othersMasked(known, plan.selection.childId);
  const facts = {
    recipient: maskOthers(input.recipient),
    reason: plan.cautions.length === 0 ? '' : nameMasker(known)(input.reason),
    audience: input.audience,
    version,
    madeAt,
    engagement: { title, council, marking },
  };
  const written = await writePack(ctx, into, {
    documents: plan.documents,
    choices: input,
    marking,
    label: [folderSubject(plan, input.subject, known), version].filter(Boolean).join(', '),
    paper: plan.paper && {
      name: plan.paper.fileName,
      bytes: await renderPaper(ctx, { ...plan.paper.paper, marking }, 'pdf', input.isNumbered),
    },
    index: (documents) => indexes(ctx, { ...plan, written: documents, choices: input }, facts, input),
    cover: (manifestSha256) =>
      ctx.outside.printPdf(
        coverPage(plan.subject, facts, {
          ...{ note: maskOthers(input.note), documents: plan.documents.length, manifestSha256 },
        }),
        { title: description, marking },
      ),
    passphrase,
    name: packFolderName(folderSubject(plan, input.subject, known), today(madeAt), version),
    info: { organisation: council, date: today(madeAt), description, marking },
    onWritten: (done) => log(ctx, plan, input, done),
  });
  return {
    folderName: input.saveAs === 'zip' ? null : written.name,
    zipName: input.saveAs === 'folder' ? null : `${written.name}.zip`,
    hasPaper: plan.paper !== null,
    documents: plan.documents.length,
    manifestSha256: written.manifestSha256,
    unfinished: (await unfinishedPacksIn(into)).map(nameMasker(known)),
    zipPassphrase: input.saveAs === 'folder' ? '' : passphrase,
  };
}

/** The pack as it will be: where it takes PDF copies, they are made first and then checked as every document is. */
async function planWithCopies(ctx: Context, input: Input): Promise<PackPlan> {
  const plan = await planPack(ctx, input);
  if (plan.toPrint.length === 0) return plan;
  refuse(plan, input);
  await printCopies(ctx, plan.toPrint);
  const whole = await planPack(ctx, input);
  invariant(whole.toPrint.length === 0, 'every copy was made');
  return whole;
}

const isSaidByCode: ReadonlySet<string> = new Set(['pack/nothing-to-export', 'pack/too-large-to-combine']);

function refuse({ stops, cautions }: PackPlan, { reason }: Input): void {
  const [stop] = stops;
  if (stop) throw new AppError(stop.code, isSaidByCode.has(stop.code) ? undefined : `${stop.what}.`);
  if (cautions.length > 0 && reason === '') {
    throw new AppError('input/invalid', 'Give the reason why this pack goes although something is lacking.');
  }
}

type IndexPlan = Parameters<typeof indexPage>[0] & Pick<PackPlan, 'paper'>;
type IndexFacts = Parameters<typeof indexPage>[1];

async function indexes(
  ctx: Context,
  plan: IndexPlan,
  facts: IndexFacts,
  { hasWordIndex }: Pick<PackChoices, 'hasWordIndex'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { marking } = facts.engagement;
  const pdf = await ctx.outside.printPdf(indexPage(plan, facts), {
    ...{ title: `${plan.subject}: evidence pack`, marking },
  });
  const made = new Map([['000 Index.pdf', pdf]]);
  if (!hasWordIndex) return made;
  const { paperDocx } = await import('../document/paper-docx.ts');
  return made.set('000 Index.docx', await paperDocx(indexPaper(plan, facts)));
}

function log(ctx: Context, plan: PackPlan, input: Input, done: PackWritten): void {
  const { subject, recipient, reason } = input;
  const summary = `Made a pack for ${plan.subject}`;
  write(ctx, { action: 'exportPack', summary, kind: 'record' }, (tx) =>
    insertRow(tx, packExports, {
      id: RowId.parse(ctx.newId()),
      at: ctx.clock(),
      subject: plan.subject.slice(0, 300),
      childId: plan.selection.childId,
      criterionId: 'criterionId' in subject ? subject.criterionId : null,
      requestId: 'requestId' in subject ? subject.requestId : null,
      audience: input.audience,
      recipient,
      version: input.version,
      documents: plan.documents.length,
      bytes: done.bytes,
      manifestSha256: done.manifestSha256,
      reason: plan.cautions.length === 0 ? '' : reason,
      recipeId: input.recipeId,
      contents: [...done.contents],
    }),
  );
}

/** A child's own family may be called by its name in that child's pack; other children never are. */
const othersMasked = (known: readonly KnownChild[], own: ChildId | null): ((text: string) => string) =>
  nameMasker(known.filter((child) => child.id !== own));

/** "Child C", or a line of enquiry or meeting in a few words without anybody's name. */
function folderSubject(
  { selection, subject }: PackPlan,
  about: PackSubject,
  known: readonly KnownChild[],
): string {
  if ('childId' in about) return subject;
  return titleNeutraliser(known)(selection.subject.split(/\s+/).slice(0, 8).join(' '));
}
