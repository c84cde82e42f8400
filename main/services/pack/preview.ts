import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { childrenNamed } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { neutralName, packNumber, titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import { consentOf, readinessOf } from '../../../shared/domain/readiness.ts';
import { today } from '../../../shared/domain/time.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { PackDocument, PackFinding, PackPreview } from '../../../shared/ipc/packs.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { readCoverage } from '../../db/evidence-intake.ts';
import { getRow, listRows } from '../../db/table.ts';
import { children, consents, evidenceLinks } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { listKnownChildren } from '../evidence/known-children.ts';
import { checkWords } from './check-words.ts';
import {
  type CheckedDocument,
  consentStops,
  doubtCautions,
  lackingFrom,
  leakStops,
  officeCautions,
  readingCautions,
  type Stop,
} from './findings.ts';
import { type Selection, selectDocuments } from './select.ts';

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
  readonly documents: readonly PlannedDocument[];
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
  const { subject, shown, missing, stops, cautions, passed } = await planPack(ctx, input);
  return {
    subject,
    documents: shown,
    missing,
    stops: stops.map(({ code: _, ...finding }) => finding),
    cautions,
    passed,
  };
}

/** Works out a pack: the same checks for looking at it and for making it. Fails with `vault/locked` when locked meanwhile. */
export async function planPack(ctx: Context, { subject, leaveOut }: PackInput): Promise<PackPlan> {
  const { db } = ctx;
  const selection = selectDocuments(db, subject);
  const known = listKnownChildren(db);
  const mask = nameMasker(known);
  const neutralise = titleNeutraliser(known);
  const hashes = selection.chosen.map(({ item }) => item.sha256);
  const { hitsOf, hitsIn } = await checkWords(db, selection.childId, known, hashes);
  const coverage = readCoverage(db);

  const out = new Set(leaveOut);
  const total = selection.chosen.filter(({ item }) => !out.has(item.id)).length;
  let number = 0;
  const rows = selection.chosen.map(({ item, answers, alsoOf }) => {
    const isIn = !out.has(item.id);
    if (isIn) number += 1;
    const called = packNumber(number, total);
    const title = neutralise(answers?.title ?? item.title);
    const checked: CheckedDocument = {
      item,
      called,
      title: mask(item.title),
      hits: hitsOf(item.sha256),
      labelHits: hitsIn(`${item.title}\n${item.fileName}`),
      alsoOf,
      wasRead: coverage(item.sha256).isWhollyRead,
    };
    const planned: PlannedDocument = {
      number: called,
      neutralTitle: title,
      neutralName: neutralName(called, title, item.type),
      item,
    };
    const shown: PackDocument = {
      number: isIn ? number : null,
      evidenceId: item.id,
      title: checked.title,
      neutralName: isIn ? planned.neutralName : '',
      bytes: item.size,
      namesOthers: childrenNamed(checked.hits),
      wasRead: checked.wasRead,
    };
    return { isIn, checked, planned, shown };
  });
  const going = rows.filter((row) => row.isIn);
  const findings = findingsOf(
    ctx,
    selection,
    going.map((row) => row.checked),
    mask,
  );
  const leftOut = rows.length - going.length;
  return {
    selection,
    subject: mask(selection.subject),
    documents: going.map((row) => row.planned),
    shown: rows.map((row) => row.shown),
    ...findings,
    missing: [...findings.missing, ...leftOutWords(leftOut)],
    notApplicable: selection.checklist
      .filter((item) => item.state === 'not-applicable')
      .map(({ title, reason }) => ({ title: mask(title), reason: mask(reason) })),
  };
}

type Findings = Pick<PackPlan, 'missing' | 'stops' | 'cautions' | 'passed'>;

function findingsOf(
  { db, clock }: Context,
  selection: Selection,
  documents: readonly CheckedDocument[],
  mask: (text: string) => string,
): Findings {
  const { checklist, childId } = selection;
  const day = today(clock());
  const attached = attachedItems(db);
  const lacking = lackingFrom(checklist, day, (item) => attached.has(item.id), mask);
  const consent = childId === null ? null : readinessOf([], listRows(db, consents, { childId }), day);
  const noConsent =
    childId && consent ? consentStops(childLabel(getRow(db, children, childId)), consent) : [];
  const leaks = leakStops(documents);
  const doubts = doubtCautions(documents);
  const unread = readingCautions(documents);
  const officeFiles = officeCautions(documents);
  const hasSome = documents.length > 0;
  const { marking } = theEngagement(db);
  const isWell = [
    [childId !== null && noConsent.length === 0, 'Consent is given'],
    [hasSome && leaks.length === 0, childId ? 'Nobody else is named' : 'No child is named'],
    [hasSome && unread.length === 0, 'Every page was read'],
    [hasSome && officeFiles.length === 0, 'No Office files'],
    [childId !== null && lacking.cautions.length === 0, 'Nothing is missing'],
    [hasSome, 'File names are neutral'],
    [true, 'No feedback goes in'],
    [marking !== '', 'Marking on the index'],
  ] as const;
  return {
    missing: lacking.sentences,
    stops: [
      ...noConsent,
      ...withdrawnStops(db, documents, childId),
      ...leaks,
      ...(hasSome ? [] : [nothingToExport(selection)]),
    ],
    cautions: [...lacking.cautions, ...doubts, ...unread, ...officeFiles],
    passed: isWell.filter(([isTrue]) => isTrue).map(([, words]) => words),
  };
}

/** In a pack that is not one child's, a document about a child whose consent was refused or withdrawn stops it. */
function withdrawnStops(
  db: ReadableDb,
  documents: readonly CheckedDocument[],
  own: string | null,
): readonly Stop[] {
  const answers = listRows(db, consents);
  const codes = new Set(documents.flatMap(({ alsoOf }) => alsoOf));
  return listRows(db, children)
    .filter((child) => child.id !== own && codes.has(child.code))
    .flatMap((child): readonly Stop[] => {
      const states = Object.values(consentOf(answers.filter(({ childId }) => childId === child.id)));
      if (!states.includes('refused') && !states.includes('withdrawn')) return [];
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
