import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import { childrenNamed, type KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { neutralName, packNumber, titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import { consentOf, isStopped, readinessOf } from '../../../shared/domain/readiness.ts';
import { type IsoDate, type IsoInstant, today } from '../../../shared/domain/time.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { PackDocument, PackFinding, PackPreview } from '../../../shared/ipc/packs.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { readCoverage } from '../../db/evidence-intake.ts';
import { getRow, listRows } from '../../db/table.ts';
import { children, consents, evidenceLinks, packExports, requests } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { hiddenIn } from '../evidence/hidden-data.ts';
import { listKnownChildren } from '../evidence/known-children.ts';
import { careFindings, combineStops } from './care.ts';
import { checkWords } from './check-words.ts';
import { embargoFindings } from './embargo.ts';
import {
  consentStops,
  doubtCautions,
  hiddenCautions,
  lackingFrom,
  leakStops,
  readingCautions,
  type Stop,
} from './findings.ts';
import { findGoing, unprintableCautions } from './going.ts';
import { approvalCautions, type ReadyDocument, readinessFindings } from './preflight.ts';
import { type PackRedaction, unredactedStops } from './redacted.ts';
import { type Chosen, type Selection, selectDocuments } from './select.ts';
import { strangerCautions } from './strangers.ts';
import { paperFindings, type SubjectPaper, subjectPaper } from './subject-paper.ts';

/** A document that goes in, under the title it has in the pack. */
export type PlannedDocument = {
  readonly number: string;
  readonly neutralTitle: string;
  readonly neutralName: string;
  readonly item: EvidenceItem;
};

/** A pack as it would be made now, with everything that making it needs to know. */
export type PackPlan = {
  readonly selection: Selection;
  /** Without children's names. */
  readonly subject: string;
  /** What it is about, where that is written here in the app. */
  readonly paper: SubjectPaper | null;
  readonly documents: readonly PlannedDocument[];
  /** Those that go as PDF copies which are not made yet. */
  readonly toPrint: readonly EvidenceItem[];
  readonly shown: readonly PackDocument[];
  readonly missing: readonly string[];
  readonly notApplicable: readonly Pick<ChecklistItem, 'title' | 'reason'>[];
  readonly stops: readonly Stop[];
  readonly cautions: readonly PackFinding[];
  readonly passed: readonly string[];
};

type PackInput = ParsedInputOf<Contract['packs:previewPack']>;

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

/** Works out a pack: the same checks for looking at it and for making it. Fails with `vault/locked` when locked meanwhile. */
export async function planPack(ctx: Context, input: PackInput): Promise<PackPlan> {
  const { db } = ctx;
  const { subject, leaveOut } = input;
  const selection = selectDocuments(db, subject);
  const paper = subjectPaper(ctx, subject);
  const chosen = inOrder(selection.chosen, input.order);
  const given = input.isOnlyNew ? givenBefore(db, input.recipeId) : new Map<string, IsoInstant>();
  const known = listKnownChildren(db);
  const mask = nameMasker(known);
  const neutralise = titleNeutraliser(known);
  const originals = chosen.map(({ item }) => item);
  const { redaction, goingOf } = await findGoing(db, input, selection.childId, originals);
  const documents = originals.map((item) => goingOf(item).item);
  const hiddenOf = await hiddenIn(db, documents);
  const hashes = documents.map(({ sha256 }) => sha256);
  const { hitsOf, hitsIn, saidIn } = await checkWords(db, selection.childId, known, hashes);
  const coverage = readCoverage(db);

  const out = new Set(leaveOut);
  const goesIn = ({ item }: Chosen): boolean => !out.has(item.id) && !given.has(goingOf(item).item.sha256);
  const total = chosen.filter(goesIn).length;
  let number = 0;
  const rows = chosen.map((one) => {
    const { item, isRedacted, printed } = goingOf(one.item);
    // A printed form is called as its document is.
    const named = isRedacted ? item : one.item;
    const { alsoOf } = one;
    const answers = isRedacted ? asRedacted(one.answers) : one.answers;
    const isIn = goesIn(one);
    if (isIn) number += 1;
    const called = packNumber(number, total);
    const title = neutralise(answers?.title ?? named.title);
    const checked: ReadyDocument = {
      answers,
      ...saidIn(item.sha256),
      // Findings are about the document, whichever copy of it goes.
      item: { ...item, id: one.item.id, sensitivity: item.sensitivity ?? one.item.sensitivity },
      called,
      title: mask(named.title),
      hits: hitsOf(item.sha256),
      labelHits: hitsIn(`${item.title}\n${item.fileName}`),
      alsoOf,
      wasRead: coverage(item.sha256).isWhollyRead,
      // What is hidden in a file is not printed.
      hidden: (printed === 'to-make' ? [] : hiddenOf(item.sha256)).map((fact) => ({
        ...fact,
        said: fact.said.map(mask),
      })),
    };
    const planned: PlannedDocument = {
      number: called,
      neutralTitle: title,
      neutralName: neutralName(called, title, printed === 'to-make' ? 'pdf' : item.type),
      item,
    };
    const shown: PackDocument = {
      number: isIn ? number : null,
      evidenceId: one.item.id,
      title: checked.title,
      neutralName: isIn ? planned.neutralName : '',
      bytes: item.size,
      printed,
      namesOthers: childrenNamed(checked.hits),
      wasRead: checked.wasRead,
      givenAt: given.get(item.sha256) ?? null,
    };
    return { isIn, checked, planned, shown };
  });
  const going = rows.filter((row) => row.isIn);
  const findings = findingsOf(
    ctx,
    selection,
    going.map((row) => row.checked),
    input,
    known,
    redaction,
    paper && paperFindings(db, input, paper, hitsIn),
  );
  const leftOut = chosen.filter(({ item }) => out.has(item.id)).length;
  const before = rows.length - going.length - leftOut;
  return {
    selection,
    subject: mask(selection.subject),
    paper,
    documents: going.map((row) => row.planned),
    toPrint: going.flatMap(({ shown, planned }) => (shown.printed === 'to-make' ? [planned.item] : [])),
    shown: rows.map((row) => row.shown),
    ...findings,
    missing: [...findings.missing, ...leftOutWords(leftOut), ...givenWords(before)],
    notApplicable: selection.checklist
      .filter((item) => item.state === 'not-applicable')
      .map(({ title, reason }) => ({ title: mask(title), reason: mask(reason) })),
  };
}

type Findings = Pick<PackPlan, 'missing' | 'stops' | 'cautions' | 'passed'>;

function findingsOf(
  { db, clock }: Context,
  selection: Selection,
  documents: readonly ReadyDocument[],
  input: PackInput,
  known: readonly KnownChild[],
  redaction: PackRedaction,
  paper: ReturnType<typeof paperFindings> | null,
): Findings {
  const { subject, audience, profile, marking: ownMarking, isCombined } = input;
  const mask = nameMasker(known);
  const { checklist, childId } = selection;
  const day = today(clock());
  const attached = attachedItems(db);
  const lacking = lackingFrom(checklist, day, (item) => attached.has(item.id), mask);
  const consent = childId === null ? null : readinessOf([], listRows(db, consents, { childId }), day);
  const noConsent =
    childId && consent
      ? consentStops(childLabel(getRow(db, children, childId)), consent)
      : 'whole' in subject
        ? consentOfAll(db, documents, day)
        : [];
  const named = leakStops(documents);
  // Those who inspect may see every tracked child's file; that each name is meant to go is still somebody's decision.
  const isForInspection = audience === 'inspector' || audience === 'peer-team';
  const leaks = 'whole' in subject && isForInspection ? [] : named;
  const allowed = leaks === named ? [] : named.map(({ code: _, ...finding }) => finding);
  const ready = readinessFindings(documents, audience);
  const care = careFindings(documents, audience);
  const embargo = embargoFindings(db, documents, audience);
  const approval = approvalCautions('requestId' in subject ? getRow(db, requests, subject.requestId) : null);
  const doubts = doubtCautions(
    leaks === named ? documents : documents.map((document) => ({ ...document, alsoOf: [] })),
  );
  const unread = readingCautions(documents);
  const hiding = hiddenCautions(documents);
  const hasSome = documents.length > 0;
  const marking = ownMarking ?? theEngagement(db).marking;
  const isWell = [
    [childId !== null && noConsent.length === 0, 'Consent is given'],
    [hasSome && named.length === 0, childId ? 'Nobody else is named' : 'No child is named'],
    [paper !== null && paper.stops.length === 0, 'The paper itself goes in first, as a PDF'],
    [hasSome && unread.length === 0, 'Every page was read'],
    [hasSome && hiding.length === 0, 'No hidden data'],
    [childId !== null && lacking.cautions.length === 0, 'Nothing is missing'],
    [hasSome && ready.stops.length + ready.cautions.length === 0, 'No drafts or notes for ourselves'],
    [hasSome && care.stops.length + care.cautions.length === 0, 'Nothing internal or restricted'],
    [hasSome, 'File names are neutral'],
    [true, 'No feedback goes in'],
    [marking !== '', 'Marking on the index'],
  ] as const;
  return {
    missing: lacking.sentences,
    stops: [
      ...(paper?.stops ?? []),
      ...noConsent,
      ...('whole' in subject ? [] : withdrawnStops(db, documents, childId)),
      ...leaks,
      ...unredactedStops(documents, redaction, profile, leaks),
      ...ready.stops,
      ...care.stops,
      ...embargo.stops,
      ...combineStops(documents, isCombined),
      ...(hasSome || paper ? [] : [nothingToExport(selection)]),
    ],
    cautions: [
      ...(paper?.cautions ?? []),
      ...lacking.cautions,
      ...approval,
      ...allowed,
      ...ready.cautions,
      ...care.cautions,
      ...embargo.cautions,
      ...doubts,
      ...strangerCautions(documents, known),
      ...unprintableCautions(documents, input),
      ...unread,
      ...hiding,
    ],
    passed: isWell.filter(([isTrue]) => isTrue).map(([, words]) => words),
  };
}

/** A copy that was verified is no longer to be redacted. */
const asRedacted = (answers: ChecklistItem | null): ChecklistItem | null =>
  answers && { ...answers, thirdPartyCheck: 'redacted' };

/** In a pack that is not one child's, a document about a child whose consent was refused or withdrawn stops it. */
function withdrawnStops(
  db: ReadableDb,
  documents: readonly ReadyDocument[],
  own: string | null,
): readonly Stop[] {
  const answers = listRows(db, consents);
  const codes = new Set(documents.flatMap(({ alsoOf }) => alsoOf));
  return listRows(db, children)
    .filter((child) => child.id !== own && codes.has(child.code))
    .flatMap((child): readonly Stop[] => {
      const states = Object.values(consentOf(answers.filter(({ childId }) => childId === child.id)));
      if (!states.some(isStopped)) return [];
      const called = documents.filter(({ alsoOf }) => alsoOf.includes(child.code)).map((one) => one.called);
      return [
        {
          code: 'pack/consent-missing',
          what: `Consent for ${childLabel(child)} is refused or withdrawn`,
          where: `${called.join(', ')}: in the child’s file. Leave it out.`,
          evidenceId: null,
        },
      ];
    });
}

/** Each child whose file is in a pack of the whole record has to have agreed. */
function consentOfAll(db: ReadableDb, documents: readonly ReadyDocument[], day: IsoDate): readonly Stop[] {
  const codes = new Set(documents.flatMap(({ alsoOf }) => alsoOf));
  return listRows(db, children, {}, ['code'])
    .filter((child) => codes.has(child.code))
    .flatMap((child) =>
      consentStops(childLabel(child), readinessOf([], listRows(db, consents, { childId: child.id }), day)),
    );
}

/** The user's order first, and after it whatever it does not name. */
function inOrder(chosen: readonly Chosen[], order: readonly string[]): readonly Chosen[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const rank = ({ item }: Chosen) => place.get(item.id) ?? order.length;
  return chosen.toSorted((a, b) => rank(a) - rank(b));
}

/** What earlier packs of a recipe held, by the hash of the document, and when it went first. */
function givenBefore(db: ReadableDb, recipeId: RowId | null): Map<string, IsoInstant> {
  const given = new Map<string, IsoInstant>();
  if (recipeId === null) return given;
  for (const { at, contents } of listRows(db, packExports, { recipeId }, ['at'])) {
    for (const { original } of contents) if (original && !given.has(original)) given.set(original, at);
  }
  return given;
}

const attachedItems = (db: ReadableDb): ReadonlySet<string> =>
  new Set(listRows(db, evidenceLinks).flatMap((link) => link.checklistItemId ?? []));

const nothingToExport = ({ chosen }: Selection): Stop => ({
  code: 'pack/nothing-to-export',
  what: chosen.length === 0 ? 'There is no document to put in' : 'Every document is left out',
  where: chosen.length === 0 ? 'Attach evidence first.' : 'Tick at least one.',
  evidenceId: null,
});

const leftOutWords = (count: number): readonly string[] => {
  if (count === 0) return [];
  return [
    count === 1 ? '1 document is left out of this pack.' : `${count} documents are left out of this pack.`,
  ];
};

const givenWords = (count: number): readonly string[] => {
  if (count === 0) return [];
  return [count === 1 ? '1 document was given before.' : `${count} documents were given before.`];
};
