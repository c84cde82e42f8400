import { useState } from 'react';
import type { AppFailure } from '../../../shared/errors.ts';
import type {
  GridChoice,
  GridPart,
  ImportPreview,
  ImportResult,
  ImportRow,
} from '../../../shared/ipc/imports.ts';
import { useStore } from '../../state/store.ts';
import type { ImportStart } from '../../state/store-types.ts';
import { useSaving } from '../../state/useSaving.ts';
import { countedRows, saysSomethingNew, seenWords } from './import-words.ts';

export type ImportStep = 'choose' | 'paste' | 'match' | 'check' | 'done';

/** What becomes of a duplicate. */
export type Decision = 'leave' | 'merge' | 'add';

export type Import = {
  readonly step: ImportStep;
  readonly preview: ImportPreview | null;
  readonly failure: AppFailure | null;
  readonly isBusy: boolean;
  /** Row numbers, in the order chosen; duplicates are among `decisions` instead. */
  readonly chosen: ReadonlySet<number>;
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly result: ImportResult | null;
  readonly text: string;
  /** The user has looked at what a grid holds that no meeting does. */
  readonly hasSeenUnread: boolean;
  readonly setSeenUnread: (seen: boolean) => void;
  /** What stands on the days of the meetings makes room for them first. */
  readonly clearsDays: boolean;
  readonly setClearsDays: (clears: boolean) => void;
  readonly setStep: (step: ImportStep) => void;
  readonly setText: (text: string) => void;
  readonly choose: (chosen: ReadonlySet<number>) => void;
  readonly decide: (rowNumbers: readonly number[], decision: Decision) => void;
  readonly chooseFile: (token?: string) => Promise<void>;
  readonly readText: () => Promise<void>;
  readonly remap: (sheet: string, mapping: Readonly<Record<string, string>>) => Promise<void>;
  readonly settle: (part: GridPart, text: string, choice: GridChoice) => Promise<void>;
  readonly confirm: () => Promise<void>;
  /** Keeps a whole list of children, to choose from on a page of its own. */
  readonly keepList: () => Promise<void>;
  /** Forgets what was read and closes. */
  readonly close: () => void;
};

/** The import as far as it has got. Nothing is written before `confirm`. */
export function useImport({ target, isPaste }: ImportStart): Import {
  const act = useStore((state) => state.act);
  const closeImport = useStore((state) => state.closeImport);
  const goTo = useStore((state) => state.goTo);
  const showTimetable = useStore((state) => state.showTimetable);
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [step, setStep] = useState<ImportStep>(isPaste ? 'paste' : 'choose');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map());
  const [result, setResult] = useState<ImportResult | null>(null);
  const [text, setText] = useState('');
  const [hasSeenUnread, setSeenUnread] = useState(false);
  const [clearsDays, setClearsDays] = useState(false);

  function show(read: ImportPreview, next: ImportStep) {
    setPreview(read);
    setChosen(new Set(read.rows.filter((row) => row.startsChosen).map((row) => row.rowNumber)));
    setDecisions(new Map(read.target === 'actions' ? updatesIn(read.rows) : []));
    setClearsDays(read.taken?.startsChosen ?? false);
    setStep(next);
  }

  async function busily(work: () => Promise<void>) {
    setBusy(true);
    await work();
    setBusy(false);
  }

  const chooseFile = (token?: string) =>
    busily(async () => {
      const read = await save('imports:readImport', { target, ...(token === undefined ? {} : { token }) });
      if (read?.value) {
        forget();
        setSeenUnread(false);
        show(read.value, 'match');
      }
      if (read && !read.value && !preview) closeImport();
      if (!read) {
        forget();
        setPreview(null);
        setStep('choose');
      }
    });

  const readText = () =>
    busily(async () => {
      const read = await save('imports:readPastedPeople', { text });
      if (read) show(read.value, 'check');
    });

  const remap = (sheet: string, mapping: Readonly<Record<string, string>>) =>
    busily(async () => {
      const read = preview && (await save('imports:remapImport', { token: preview.token, sheet, mapping }));
      if (read) show(read.value, 'match');
    });

  const settle = (part: GridPart, said: string, choice: GridChoice) =>
    busily(async () => {
      const read =
        preview && (await save('imports:settleGrid', { token: preview.token, part, text: said, choice }));
      if (read) show(read.value, 'match');
    });

  const confirm = () =>
    busily(async () => {
      if (!preview) return;
      const decided = (decision: Decision) =>
        [...decisions].flatMap(([rowNumber, own]) => (own === decision ? [rowNumber] : []));
      const rows = [...chosen, ...decided('add')];
      const done = await save('imports:confirmImport', {
        token: preview.token,
        rows,
        merge: decided('merge'),
        ...(preview.taken ? { clearsDays } : {}),
      });
      if (!done) return;
      showDone(doneSentence(done.value, preview));
      // The day that was chosen before may be none of theirs.
      if (preview.target === 'meetings') showTimetable({ day: null });
      if (done.value.notes.length === 0) return closeImport();
      setResult(done.value);
      setStep('done');
    });

  const keepList = () =>
    busily(async () => {
      const done = preview && (await save('cohort:keepList', { token: preview.token }));
      if (!done) return;
      showDone(`Kept ${done.value.kept} children in this encrypted file until you shred the list`);
      closeImport();
      goTo({ name: 'cohort' });
    });

  function forget() {
    if (preview && !result) void act('imports:dropImport', { token: preview.token });
  }

  function close() {
    forget();
    closeImport();
  }

  return {
    ...{ step, preview, failure, isBusy, chosen, decisions, result, text, setStep, setText },
    ...{ hasSeenUnread, setSeenUnread, clearsDays, setClearsDays },
    ...{ choose: setChosen, chooseFile, readText, remap, settle, confirm, keepList, close },
    decide: (rowNumbers, decision) =>
      setDecisions(new Map([...decisions, ...rowNumbers.map((rowNumber) => [rowNumber, decision] as const)])),
  };
}

/** "64 people imported, 1 merged." */
export function doneSentence({ added, merged }: ImportResult, { target }: ImportPreview): string {
  const word = seenWords(target).merged;
  if (added === 0) return `${countedRows(merged, target)} ${word}.`;
  return `${countedRows(added, target)} imported${merged > 0 ? `, ${merged} ${word}` : ''}.`;
}

/** Rows that bring an action up to date are what its workbook came back for. */
const updatesIn = (rows: readonly ImportRow[]): readonly (readonly [number, Decision])[] =>
  rows
    .filter((row) => !row.isBad && row.duplicateOf !== null && saysSomethingNew(row))
    .map(({ rowNumber }) => [rowNumber, 'merge']);
