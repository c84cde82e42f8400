import type { ChecklistItem } from '../../../shared/domain/child.ts';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import { childrenNamed, type KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { neutralName, packNumber, titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import type { PackDocument } from '../../../shared/ipc/packs.ts';
import type { Connection, ReadableDb } from '../../db/connection.ts';
import { readCoverage } from '../../db/evidence-intake.ts';
import { listRows } from '../../db/table.ts';
import { packExports } from '../../db/tables.ts';
import { hiddenIn } from '../evidence/hidden-data.ts';
import { checkWords, type WordCheck } from './check-words.ts';
import { findGoing, type GoingOf } from './going.ts';
import type { ReadyDocument } from './preflight.ts';
import type { PackRedaction } from './redacted.ts';
import type { Chosen, PackInput, Selection } from './select.ts';

/** A document that goes in, under the title it has in the pack. */
export type PlannedDocument = {
  readonly number: string;
  readonly neutralTitle: string;
  readonly neutralName: string;
  readonly item: EvidenceItem;
};

/** A document that belongs in a pack, whether or not it goes in this time. */
export type PlannedRow = {
  readonly isIn: boolean;
  readonly checked: ReadyDocument;
  readonly planned: PlannedDocument;
  readonly shown: PackDocument;
};

export type PlannedRows = {
  readonly rows: readonly PlannedRow[];
  /** How many the user left out. */
  readonly leftOut: number;
  readonly redaction: PackRedaction;
  readonly hitsIn: WordCheck['hitsIn'];
};

/** Looks into each document that belongs in a pack, in the pack's order. Fails with `vault/locked` when locked meanwhile. */
export async function planRows(
  db: Connection,
  input: PackInput,
  selection: Selection,
  known: readonly KnownChild[],
): Promise<PlannedRows> {
  const chosen = inOrder(selection.chosen, input.order);
  const originals = chosen.map(({ item }) => item);
  const { redaction, goingOf } = await findGoing(db, input, selection.childId, originals);
  const documents = originals.map((item) => goingOf(item).item);
  const hashes = documents.map(({ sha256 }) => sha256);
  const given = input.isOnlyNew ? givenBefore(db, input.recipeId) : new Map<string, IsoInstant>();
  const looks: Looks = {
    ...{ goingOf, given },
    hiddenOf: await hiddenIn(db, documents),
    words: await checkWords(db, selection.childId, known, hashes),
    coverage: readCoverage(db),
    mask: nameMasker(known),
    neutralise: titleNeutraliser(known),
  };
  const out = new Set(input.leaveOut);
  const goesIn = ({ item }: Chosen): boolean => !out.has(item.id) && !given.has(goingOf(item).item.sha256);
  const total = chosen.filter(goesIn).length;
  let number = 0;
  const rows = chosen.map((one) => {
    const isIn = goesIn(one);
    if (isIn) number += 1;
    return rowOf(one, { isIn, number, called: packNumber(number, total) }, looks);
  });
  const leftOut = chosen.filter(({ item }) => out.has(item.id)).length;
  return { rows, leftOut, redaction, hitsIn: looks.words.hitsIn };
}

type Looks = {
  readonly goingOf: GoingOf;
  /** What earlier packs of the recipe held, and when it went. */
  readonly given: ReadonlyMap<string, IsoInstant>;
  readonly hiddenOf: Awaited<ReturnType<typeof hiddenIn>>;
  readonly words: WordCheck;
  readonly coverage: ReturnType<typeof readCoverage>;
  readonly mask: (text: string) => string;
  readonly neutralise: (title: string) => string;
};

type Place = { readonly isIn: boolean; readonly number: number; readonly called: string };

function rowOf(one: Chosen, { isIn, number, called }: Place, looks: Looks): PlannedRow {
  const { item, isRedacted, printed } = looks.goingOf(one.item);
  // A printed form is called as its document is.
  const named = isRedacted ? item : one.item;
  const answers = isRedacted ? asRedacted(one.answers) : one.answers;
  const title = looks.neutralise(answers?.title ?? named.title);
  // What is hidden in a file is not printed.
  const hidden = printed === 'to-make' ? [] : looks.hiddenOf(item.sha256);
  const checked: ReadyDocument = {
    ...{ answers, called, alsoOf: one.alsoOf },
    ...looks.words.saidIn(item.sha256),
    // Findings are about the document, whichever copy of it goes.
    item: { ...item, id: one.item.id, sensitivity: item.sensitivity ?? one.item.sensitivity },
    title: looks.mask(named.title),
    hits: looks.words.hitsOf(item.sha256),
    labelHits: looks.words.hitsIn(`${item.title}\n${item.fileName}`),
    wasRead: looks.coverage(item.sha256).isWhollyRead,
    hidden: hidden.map((fact) => ({ ...fact, said: fact.said.map(looks.mask) })),
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
    givenAt: looks.given.get(item.sha256) ?? null,
  };
  return { isIn, checked, planned, shown };
}

/** A copy that was verified is no longer to be redacted. */
const asRedacted = (answers: ChecklistItem | null): ChecklistItem | null =>
  answers && { ...answers, thirdPartyCheck: 'redacted' };

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
