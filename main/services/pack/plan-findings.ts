import type { KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { type IsoDate, today } from '../../../shared/domain/time.ts';
import type { PackFinding } from '../../../shared/ipc/packs.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { evidenceLinks, requests } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { careFindings, combineStops } from './care.ts';
import { ownConsentStops, withdrawnStops } from './consent-findings.ts';
import { embargoFindings } from './embargo.ts';
import {
  doubtCautions,
  hiddenCautions,
  type Lacking,
  lackingFrom,
  leakStops,
  readingCautions,
  type Stop,
} from './findings.ts';
import { unprintableCautions } from './going.ts';
import { approvalCautions, type ReadyDocument, readinessFindings } from './preflight.ts';
import { type PackRedaction, unredactedStops } from './redacted.ts';
import type { PackInput, Selection } from './select.ts';
import { strangerCautions } from './strangers.ts';
import type { paperFindings } from './subject-paper.ts';

export type PlanFindings = {
  readonly missing: readonly string[];
  readonly stops: readonly Stop[];
  readonly cautions: readonly PackFinding[];
  readonly passed: readonly string[];
};

export type Checked = {
  readonly input: PackInput;
  readonly selection: Selection;
  /** Those that go in. */
  readonly documents: readonly ReadyDocument[];
  /** How many stay out because this recipe has given them before. */
  readonly before: number;
  readonly known: readonly KnownChild[];
  readonly redaction: PackRedaction;
  /** What was found in the paper that the pack is about; null where it is about no paper. */
  readonly paper: ReturnType<typeof paperFindings> | null;
};

/** Everything that stands in a pack's way, that needs a reason, that it lacks, and that is well. */
export function findingsOf({ db, clock }: Context, checked: Checked): PlanFindings {
  const { input, selection, documents, known, redaction, paper } = checked;
  const { subject, audience, profile, isCombined } = input;
  const { childId } = selection;
  const day = today(clock());
  const isWhole = 'whole' in subject;
  const lacking = whatLacks(db, checked, day);
  const consent = ownConsentStops(db, selection, documents, { isWhole, day });
  const named = leakStops(documents);
  // Those who inspect may see every tracked child's file; that each name is meant to go is still somebody's decision.
  const areMeant = isWhole && (audience === 'inspector' || audience === 'peer-team');
  const leaks = areMeant ? [] : named;
  const allowed = areMeant ? named.map(({ code: _, ...finding }) => finding) : [];
  const ready = readinessFindings(documents, audience);
  const care = careFindings(documents, audience);
  const embargo = embargoFindings(db, documents, audience);
  const unread = readingCautions(documents);
  const hiding = hiddenCautions(documents);
  const stops = [
    ...(paper?.stops ?? []),
    ...consent,
    ...(isWhole ? [] : withdrawnStops(db, documents, childId)),
    ...leaks,
    ...unredactedStops(documents, redaction, profile, leaks),
    ...ready.stops,
    ...care.stops,
    ...embargo.stops,
    ...combineStops(documents, isCombined),
    ...(documents.length > 0 || paper ? [] : [nothingToExport(checked)]),
  ];
  const cautions = [
    ...(paper?.cautions ?? []),
    ...lacking.cautions,
    ...approvalCautions('requestId' in subject ? getRow(db, requests, subject.requestId) : null),
    ...allowed,
    ...ready.cautions,
    ...care.cautions,
    ...embargo.cautions,
    ...doubtCautions(areMeant ? documents.map((document) => ({ ...document, alsoOf: [] })) : documents),
    ...strangerCautions(documents, known),
    ...unprintableCautions(documents, input),
    ...unread,
    ...hiding,
  ];
  const passed = passedWords({
    isOneChild: childId !== null,
    hasSome: documents.length > 0,
    isMarked: (input.marking ?? theEngagement(db).marking) !== '',
    isPaperWell: paper !== null && paper.stops.length === 0,
    ...{ consent, named, unread, hiding, lacking: lacking.cautions },
    ready: [...ready.stops, ...ready.cautions],
    care: [...care.stops, ...care.cautions],
  });
  return { missing: lacking.sentences, stops, cautions, passed };
}

function whatLacks(db: ReadableDb, { selection, known }: Checked, day: IsoDate): Lacking {
  const attached = new Set(listRows(db, evidenceLinks).flatMap((link) => link.checklistItemId ?? []));
  return lackingFrom(selection.checklist, day, (item) => attached.has(item.id), nameMasker(known));
}

type Found = readonly unknown[];

/** What was looked at and is well, in the order it is shown. */
function passedWords(of: {
  readonly isOneChild: boolean;
  readonly hasSome: boolean;
  readonly isMarked: boolean;
  readonly isPaperWell: boolean;
  readonly consent: Found;
  readonly named: Found;
  readonly unread: Found;
  readonly hiding: Found;
  readonly lacking: Found;
  readonly ready: Found;
  readonly care: Found;
}): readonly string[] {
  const isFree = (found: Found) => of.hasSome && found.length === 0;
  const isWell = [
    [of.isOneChild && of.consent.length === 0, 'Consent is given'],
    [isFree(of.named), of.isOneChild ? 'Nobody else is named' : 'No child is named'],
    [of.isPaperWell, 'The paper itself goes in first, as a PDF'],
    [isFree(of.unread), 'Every page was read'],
    [isFree(of.hiding), 'No hidden data'],
    [of.isOneChild && of.lacking.length === 0, 'Nothing is missing'],
    [isFree(of.ready), 'No drafts or notes for ourselves'],
    [isFree(of.care), 'Nothing internal or restricted'],
    [of.hasSome, 'File names are neutral'],
    [true, 'No feedback goes in'],
    [of.isMarked, 'Marking on the index'],
  ] as const;
  return isWell.filter(([isTrue]) => isTrue).map(([, words]) => words);
}

function nothingToExport({ selection: { chosen }, before }: Checked): Stop {
  const [what, where] =
    chosen.length === 0
      ? ['There is no document to put in', 'Attach evidence first.']
      : before > 0
        ? [
            'Nothing is new since this recipe was last used',
            'What it gave before stays out. Untick “Only what is new” to give it again.',
          ]
        : ['Every document is left out', 'Tick at least one.'];
  return { code: 'pack/nothing-to-export', what, where, evidenceId: null };
}
