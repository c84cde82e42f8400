import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { childrenNamed, type LeakHit, leakFinder } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { neutralName, neutralTitle } from '../../../shared/domain/pack-names.ts';
import { consentOf, mayProceed, readinessOf } from '../../../shared/domain/readiness.ts';
import { formatDayLong, type IsoDate, today } from '../../../shared/domain/time.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { PackDocument, PackPreview } from '../../../shared/ipc/packs.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { readTexts } from '../../db/evidence-content.ts';
import { readCoverage } from '../../db/evidence-intake.ts';
import { listRows } from '../../db/table.ts';
import { checklistItems, childAgencies, children, consents, people } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { listKnownChildren } from '../evidence/known-children.ts';
import { type Chosen, type Selection, selectDocuments } from './select.ts';

type Stop = { readonly code: ErrorCode; readonly sentence: string };

/** A pack as it would be made now, with everything that making it needs to know. */
export type PackPlan = {
  readonly selection: Selection;
  readonly documents: readonly (PackDocument & { readonly item: EvidenceItem })[];
  readonly leftOut: PackPreview['leftOut'];
  readonly missing: readonly string[];
  readonly notApplicable: readonly ChecklistItem[];
  readonly stops: readonly Stop[];
  readonly cautions: readonly string[];
};

type PackInput = ParsedInputOf<Contract['packs:previewPack']>;

/** What a pack would hold, what it lacks, and what stands in its way; nothing is written. */
export function previewPack(ctx: Context, input: PackInput): PackPreview {
  const { selection, documents, leftOut, missing, stops, cautions } = planPack(ctx, input);
  const mask = nameMasker(listKnownChildren(ctx.db));
  return {
    subject: mask(selection.subject),
    documents: documents.map(({ item: _, ...document }) => document),
    leftOut,
    missing,
    stops: stops.map((stop) => stop.sentence),
    cautions,
  };
}

/** Works out a pack: the same checks for looking at it and for making it. */
export function planPack(ctx: Context, { subject, leaveOut }: PackInput): PackPlan {
  const { db } = ctx;
  const selection = selectDocuments(db, subject);
  const known = listKnownChildren(db);
  const mask = nameMasker(known);
  const isLeftOut = ({ item }: Chosen) => leaveOut.includes(item.id);
  const findLeaks = leakFinder(selection.childId, known, namesOfAdults(db));
  const coverage = readCoverage(db);
  const checked = selection.chosen
    .filter((one) => !isLeftOut(one))
    .map(({ item, answers }, at) => {
      const hits = findLeaks(readTexts(db, item.sha256));
      const title = neutralTitle(answers?.title ?? item.title, known);
      const document: PackPlan['documents'][number] = {
        number: at + 1,
        evidenceId: item.id,
        title: mask(item.title),
        neutralName: neutralName(at + 1, title, item.type),
        bytes: item.size,
        namesOthers: childrenNamed(hits),
        wasRead: coverage(item.sha256).isWhollyRead,
        item,
      };
      return { document, hits };
    });
  const documents = checked.map((one) => one.document);
  const lacking = missingFrom(selection, today(ctx.clock()));
  return {
    selection,
    documents,
    leftOut: selection.chosen
      .filter(isLeftOut)
      .map(({ item }) => ({ evidenceId: item.id, title: mask(item.title) })),
    missing: lacking.sentences,
    notApplicable: selection.checklist.filter((item) => item.state === 'not-applicable'),
    stops: [
      ...consentStops(db, selection, documents.length > 0),
      ...leakStops(checked),
      ...emptyStop(documents),
    ],
    cautions: [...lacking.caution, ...readingCautions(documents), ...weakCautions(checked)],
  };
}

/** People who are known not to be the children: a surname of theirs in a document need not be a child's. */
function namesOfAdults(db: ReadableDb): readonly string[] {
  return [
    ...listRows(db, people).map((person) => person.name),
    ...listRows(db, childAgencies).map((agency) => agency.practitioner),
    ...listRows(db, checklistItems).map((item) => item.ownerName),
  ].filter((name) => name.trim() !== '');
}

function missingFrom({ checklist, childId }: Selection, day: IsoDate) {
  const open = checklist.filter((item) => item.state === 'missing' || item.state === 'asked');
  const sentences = open.map(({ title, state, dueOn }) => {
    const when =
      dueOn === null
        ? ''
        : dueOn < day
          ? `; it was due ${formatDayLong(dueOn)}`
          : `; it is due ${formatDayLong(dueOn)}`;
    return `“${title}” is ${state === 'asked' ? 'asked for and not here' : 'missing'}${when}.`;
  });
  if (childId === null || open.length === 0) return { sentences, caution: [] };
  const { needed, overdue } = readinessOf(checklist, [], day);
  const late = overdue === 0 ? '' : `, ${overdue} of them overdue`;
  return {
    sentences,
    caution: [`${open.length} of ${needed} items on the checklist are not here yet${late}.`],
  };
}

function consentStops(db: ReadableDb, selection: Selection, hasDocuments: boolean): readonly Stop[] {
  if (!hasDocuments && selection.childId === null) return [];
  return listRows(db, children)
    .filter((child) => selection.children.includes(child.id))
    .filter((child) => !mayProceed(consentOf(listRows(db, consents, { childId: child.id }))))
    .map(
      (child): Stop => ({
        code: 'pack/consent-missing',
        sentence: `Consent for ${childLabel(child)} does not allow it. Record consent before the pack is made.`,
      }),
    );
}

type Checked = {
  readonly document: PackDocument & { readonly item: EvidenceItem };
  readonly hits: readonly LeakHit[];
};

function leakStops(checked: readonly Checked[]): readonly Stop[] {
  return checked.flatMap(({ document, hits }) =>
    document.namesOthers.map(
      (code): Stop => ({
        code: 'pack/names-another-child',
        sentence: `“${document.title}” names Child ${code}: ${placesOf(
          hits.filter((hit) => hit.code === code),
          document.item,
        )}. Leave it out, or ask for a copy without.`,
      }),
    ),
  );
}

function weakCautions(checked: readonly Checked[]): readonly string[] {
  return checked.flatMap(({ document, hits }) => {
    const codes = [...new Set(hits.map((hit) => hit.code))].filter(
      (code) => !document.namesOthers.includes(code),
    );
    return codes.map(
      (code) =>
        `“${document.title}” may point at Child ${code}: ${placesOf(
          hits.filter((hit) => hit.code === code),
          document.item,
        )}. Look at it before it goes.`,
    );
  });
}

/** "name on page 3, twice; date of birth on page 3". */
function placesOf(hits: readonly LeakHit[], { pages, type }: EvidenceItem): string {
  const times = (count: number) => (count === 1 ? '' : count === 2 ? ', twice' : `, ${count} times`);
  return hits
    .map(({ what, page, count }) => {
      const isBeyond = page > (pages ?? 1);
      const place = isBeyond
        ? 'in its properties or notes'
        : pages === null
          ? 'in its text'
          : `on ${typeFacts[type].page} ${page}`;
      return `${what} ${place}${times(count)}`;
    })
    .join('; ');
}

function readingCautions(documents: readonly PackDocument[]): readonly string[] {
  return documents
    .filter((document) => !document.wasRead)
    .map(
      ({ title }) =>
        `“${title}” has pages or parts without words that could be read, so they are not checked for other children.`,
    );
}

const emptyStop = (documents: readonly PackDocument[]): readonly Stop[] =>
  documents.length > 0
    ? []
    : [
        {
          code: 'pack/nothing-to-export',
          sentence: 'There is no document to put in this pack. Attach evidence first.',
        },
      ];
