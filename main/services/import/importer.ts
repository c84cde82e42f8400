import {
  type Candidate,
  type DuplicateProposal,
  findDuplicates,
  mergeConfirmed,
  type RecordRef,
} from '../../../shared/domain/import/duplicates.ts';
import { type BadRow, type ReadRow, readRows } from '../../../shared/domain/import/rows.ts';
import type { TargetShape } from '../../../shared/domain/import/target.ts';
import type { ImportDuplicate, ImportRow, TakenDays } from '../../../shared/ipc/imports.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import type { Context } from '../context.ts';
import type { KeptImport } from './kept-imports.ts';
import type { ImportKind } from './kind.ts';

/** Which rows the user chose, in the order chosen, and which of them are one with what they resemble. */
export type Choice = {
  readonly rows: readonly number[];
  readonly merge: ReadonlySet<number>;
  /** What is in the way makes room first. */
  readonly clearsDays?: boolean | undefined;
};

export type ImportCounts = { readonly added: number; readonly merged: number; readonly left: number };

/** A plan of what an import will write; nothing is written until `put`. */
export type ImportPlan = {
  readonly counts: ImportCounts;
  readonly put: (ctx: Context, tx: WritableDb) => readonly string[];
};

/** One kind of import, with the shape of its rows kept inside. */
export type Importer = {
  readonly target: TargetShape;
  readonly noun: { readonly one: string; readonly many: string };
  readonly isAboutChildren: boolean;
  readonly preview: (db: ReadableDb, kept: KeptImport) => PreviewedRows;
  readonly plan: (db: ReadableDb, kept: KeptImport, choice: Choice) => ImportPlan;
};

export type PreviewedRows = {
  readonly rows: readonly ImportRow[];
  readonly blankRows: number;
  readonly taken: TakenDays | null;
};

/** Makes an importer of a kind. */
export function importerOf<Draft, Values extends object>(kind: ImportKind<Draft, Values>): Importer {
  return {
    target: kind.target,
    noun: kind.noun,
    isAboutChildren: kind.isAboutChildren,
    preview: (db, kept) => preview(kind, db, kept),
    plan: (db, kept, choice) => plan(kind, db, kept, choice),
  };
}

type Reading<Values> = {
  readonly rows: readonly ReadRow<Values>[];
  readonly badRows: readonly BadRow[];
  readonly blankRows: number;
  readonly candidates: readonly Candidate<Values>[];
  /** What a kept record is called. */
  readonly labels: ReadonlyMap<RecordRef, string>;
  readonly proposals: ReadonlyMap<number, DuplicateProposal<Values>>;
};

function readKept<Draft, Values extends object>(
  kind: ImportKind<Draft, Values>,
  db: ReadableDb,
  kept: KeptImport,
): Reading<Values> {
  const read =
    kind.readGrid && kept.grid ? kind.readGrid(kept.grid.reading) : readRows(kept.sheet, kind.target, kept);
  const rows: ReadRow<Values>[] = [];
  const badRows: BadRow[] = [...read.badRows];
  for (const row of read.rows) {
    const sentence = kind.refuse(row.values);
    if (sentence === null) rows.push(row);
    else
      badRows.push({ rowNumber: row.rowNumber, sentence, problems: row.problems, cells: cellsOf(kept, row) });
  }
  const candidates = rows.map(
    ({ rowNumber, values }): Candidate<Values> => ({ ref: { from: 'import', rowNumber }, values }),
  );
  const known = kind.known(
    db,
    rows.map(({ values }) => values),
  );
  const proposals = new Map<number, DuplicateProposal<Values>>();
  for (const proposal of findDuplicates(candidates, known, kind.identity)) {
    if (proposal.b.ref.from !== 'import') continue;
    const { rowNumber } = proposal.b.ref;
    const before = proposals.get(rowNumber);
    const isSurer = before?.certainty === 'possible' && proposal.certainty === 'likely';
    if (!before || isSurer) proposals.set(rowNumber, proposal);
  }
  const blankRows = read.skippedBlank + read.skippedHeadings;
  const labels = new Map(known.map(({ ref, label }) => [ref, label]));
  return { rows, badRows, blankRows, candidates, labels, proposals };
}

const cellsOf = (kept: KeptImport, { rowNumber }: { readonly rowNumber: number }): readonly string[] =>
  (kept.sheet.rows[rowNumber - 1] ?? []).map((cell) =>
    cell !== null && typeof cell === 'object' ? cell.date : String(cell ?? ''),
  );

function preview<Draft, Values extends object>(
  kind: ImportKind<Draft, Values>,
  db: ReadableDb,
  kept: KeptImport,
): PreviewedRows {
  const reading = readKept(kind, db, kept);
  const observe = kind.observe(db, kept.columns, kept.grid?.said);
  const good = reading.rows.map((row): ImportRow => {
    const remark = kept.remarks.get(row.rowNumber);
    const duplicate = reading.proposals.get(row.rowNumber);
    return {
      rowNumber: row.rowNumber,
      values: kind.show(row.values),
      problems: row.problems.map(({ field, reason }) => ({ field, reason })),
      isBad: false,
      notes: [
        ...(remark && !remark.isSure ? ['This may not be a person.'] : []),
        ...(remark?.text ? [`Not understood, and kept in the notes: ${remark.text}`] : []),
        ...observe(row),
      ],
      startsChosen: !kind.isAboutChildren && !duplicate && (remark?.isSure ?? true),
      duplicateOf: duplicate ? duplicateOf(kind, reading.labels, duplicate) : null,
    };
  });
  const news = reading.rows.flatMap((row) => (reading.proposals.has(row.rowNumber) ? [] : row.values));
  const bad = reading.badRows.map((row) => badRow(kind.target, kept, row));
  return {
    rows: [...bad, ...good].sort((a, b) => a.rowNumber - b.rowNumber),
    blankRows: reading.blankRows,
    taken: kind.taken?.(db, news) ?? null,
  };
}

function badRow(
  { fields }: TargetShape,
  kept: KeptImport,
  { rowNumber, sentence, problems, cells }: BadRow,
): ImportRow {
  const remark = kept.remarks.get(rowNumber);
  const values = fields.flatMap(({ field }) => {
    const column = kept.columns[field];
    const text = typeof column === 'number' ? cells[column]?.trim() : undefined;
    return text ? [[field, text] as const] : [];
  });
  const isNobody = remark?.isNobody ?? false;
  return {
    rowNumber,
    values: isNobody && remark ? { name: remark.text } : Object.fromEntries(values),
    problems: [
      { field: '', reason: isNobody ? 'Nobody was found in this text.' : sentence },
      ...problems
        .filter(({ reason }) => !sentence.endsWith(reason))
        .map(({ field, reason }) => ({ field, reason })),
    ],
    isBad: true,
    notes: [],
    startsChosen: false,
    duplicateOf: null,
  };
}

function duplicateOf<Draft, Values extends object>(
  kind: ImportKind<Draft, Values>,
  labels: Reading<Values>['labels'],
  { a, reason, certainty, conflicts }: DuplicateProposal<Values>,
): ImportDuplicate {
  const labelOf = (field: string): string =>
    kind.target.fields.find((one) => one.field === field)?.label ?? field;
  return {
    label: labels.get(a.ref) ?? kind.label(a.values),
    rowNumber: a.ref.from === 'import' ? a.ref.rowNumber : null,
    reason,
    isLikely: certainty === 'likely',
    conflicts: conflicts.map(
      ({ field, kept, dropped }) =>
        `${labelOf(field)} stays “${inWords(kept)}”; “${inWords(dropped)}” is not taken over.`,
    ),
  };
}

/** The records that a row is like and is not imported beside: they stand for that row, so they stay where they are. */
function likenessesLeft<Values>(
  { proposals }: Reading<Values>,
  rows: readonly number[],
): ReadonlySet<string> {
  const added = new Set(rows);
  return new Set(
    [...proposals].flatMap(([rowNumber, { a }]) =>
      a.ref.from === 'existing' && !added.has(rowNumber) ? [a.ref.id] : [],
    ),
  );
}

const inWords = (text: string): string => (text === 'true' ? 'yes' : text === 'false' ? 'no' : text);

function plan<Draft, Values extends object>(
  kind: ImportKind<Draft, Values>,
  db: ReadableDb,
  kept: KeptImport,
  { rows, merge, clearsDays }: Choice,
): ImportPlan {
  const reading = readKept(kind, db, kept);
  const order = new Map([...new Set([...rows, ...merge])].map((rowNumber, at) => [rowNumber, at]));
  const isChosen = (ref: Candidate<Values>['ref']): boolean =>
    ref.from === 'existing' || order.has(ref.rowNumber);
  const chosen = reading.candidates.filter(({ ref }) => isChosen(ref));
  const confirmed = [...reading.proposals.values()].filter(
    ({ a, b }) => b.ref.from === 'import' && merge.has(b.ref.rowNumber) && isChosen(a.ref),
  );
  const merged = mergeConfirmed(chosen, confirmed, {
    confirmed: new Set(confirmed.map(({ key }) => key)),
    identity: kind.identity,
  });
  const placeOf = ({ rowNumbers }: { readonly rowNumbers: readonly number[] }): number =>
    order.get(rowNumbers[0] ?? 0) ?? 0;
  const toAdd = kind.isAboutChildren
    ? merged.toAdd.toSorted((one, other) => placeOf(one) - placeOf(other))
    : merged.toAdd;
  return {
    counts: {
      added: toAdd.length,
      merged: chosen.length - toAdd.length,
      left: reading.rows.length - chosen.length,
    },
    put: (ctx, tx) => {
      const clearsAllBut = clearsDays ? likenessesLeft(reading, rows) : undefined;
      return kind.put(ctx, tx, { ...merged, toAdd }, { said: kept.grid?.said, clearsAllBut });
    },
  };
}
