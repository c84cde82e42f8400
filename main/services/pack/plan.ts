import type { ChecklistItem } from '../../../shared/domain/child.ts';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import type { PackDocument } from '../../../shared/ipc/packs.ts';
import type { Context } from '../context.ts';
import { listKnownChildren } from '../evidence/known-children.ts';
import { findingsOf, type PlanFindings } from './plan-findings.ts';
import { type PlannedDocument, planRows } from './plan-rows.ts';
import { type PackInput, type Selection, selectDocuments } from './select.ts';
import { paperFindings, type SubjectPaper, subjectPaper } from './subject-paper.ts';

/** A pack as it would be made now, with everything that making it needs to know. */
export type PackPlan = PlanFindings & {
  readonly selection: Selection;
  /** Without children's names. */
  readonly subject: string;
  /** What it is about, where that is written here in the app. */
  readonly paper: SubjectPaper | null;
  readonly documents: readonly PlannedDocument[];
  /** Those that go as PDF copies which are not made yet. */
  readonly toPrint: readonly EvidenceItem[];
  readonly shown: readonly PackDocument[];
  readonly notApplicable: readonly Pick<ChecklistItem, 'title' | 'reason'>[];
};

/** Works out a pack: the same checks for looking at it and for making it. Fails with `vault/locked` when locked meanwhile. */
export async function planPack(ctx: Context, input: PackInput): Promise<PackPlan> {
  const { db } = ctx;
  const selection = selectDocuments(db, input.subject);
  const paper = subjectPaper(ctx, input.subject);
  const known = listKnownChildren(db);
  const mask = nameMasker(known);
  const { rows, leftOut, redaction, hitsIn } = await planRows(db, input, selection, known);
  const going = rows.filter((row) => row.isIn);
  const before = rows.length - going.length - leftOut;
  const findings = findingsOf(ctx, {
    ...{ input, selection, known, redaction, before },
    documents: going.map((row) => row.checked),
    paper: paper && paperFindings(db, input, paper, hitsIn),
  });
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
