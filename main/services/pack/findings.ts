import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { childLabel, childrenLabel } from '../../../shared/domain/child-code.ts';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { type HiddenFact, hiddenWords, saysOnlyWho } from '../../../shared/domain/hidden-data.ts';
import { childrenNamed, type LeakHit } from '../../../shared/domain/leak.ts';
import { noConsentWords, type Readiness, readinessOf } from '../../../shared/domain/readiness.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { PackFinding } from '../../../shared/ipc/packs.ts';

export type Stop = PackFinding & { readonly code: ErrorCode };

/** A document of the pack with what the checks found in it. */
export type CheckedDocument = {
  readonly item: EvidenceItem;
  /** "003", as it is called in findings. */
  readonly called: string;
  /** Without children's names. */
  readonly title: string;
  readonly hits: readonly LeakHit[];
  /** What its title or file name gives away. */
  readonly labelHits: readonly LeakHit[];
  readonly alsoOf: readonly string[];
  readonly wasRead: boolean;
  /** What it holds that does not show, with children's names as codes. */
  readonly hidden: readonly HiddenFact[];
};

/** Why a child's consent does not allow a pack. */
export function consentStops(label: string, { consent, mayProceed }: Readiness): readonly Stop[] {
  if (mayProceed) return [];
  const where = noConsentWords(consent);
  return [
    { code: 'pack/consent-missing', what: `Consent for ${label} is not given`, where, evidenceId: null },
  ];
}

/** Each document that names other children: whom, and where in it. */
export function leakStops(documents: readonly CheckedDocument[]): readonly Stop[] {
  return documents.flatMap(({ item, called, title, hits }): readonly Stop[] => {
    const codes = childrenNamed(hits);
    if (codes.length === 0) return [];
    const places = codes.map((code) => {
      const where = placesOf(
        hits.filter((hit) => hit.code === code),
        item,
      );
      return codes.length === 1 ? where : `${childLabel({ code })}, ${where}`;
    });
    return [
      {
        code: 'pack/names-another-child',
        what: `Document ${called} names ${childrenLabel(codes)}`,
        where: `“${title}”: ${places.join('; ')}. Leave it out, or ask for a copy without.`,
        evidenceId: item.id,
      },
    ];
  });
}

/** What may point at another child without being sure enough to stop the pack. */
export function doubtCautions(documents: readonly CheckedDocument[]): readonly PackFinding[] {
  return documents.flatMap(({ item, called, title, hits, labelHits, alsoOf }) => {
    const named = childrenNamed(hits);
    const about = (what: string, where: string): PackFinding => ({ what, where, evidenceId: item.id });
    const weak = codesOf(hits).filter((code) => !named.includes(code));
    const inLabel = childrenNamed(labelHits).filter((code) => !named.includes(code));
    return [
      ...weak.map((code) =>
        about(
          `Document ${called} may point at ${childLabel({ code })}`,
          `“${title}”: ${placesOf(
            hits.filter((hit) => hit.code === code),
            item,
          )}.`,
        ),
      ),
      ...inLabel.map((code) =>
        about(
          `Document ${called} is called after ${childLabel({ code })}`,
          `“${title}”: its title or the name of its file. Look whether it belongs here.`,
        ),
      ),
      ...alsoOf
        .filter((code) => !named.includes(code) && !inLabel.includes(code))
        .map((code) =>
          about(
            `Document ${called} is in the file of ${childLabel({ code })}`,
            `“${title}” is tied to that child too.`,
          ),
        ),
    ];
  });
}

/** Documents that could not be checked to the end. */
export function readingCautions(documents: readonly CheckedDocument[]): readonly PackFinding[] {
  const unread = documents.filter((document) => !document.wasRead);
  if (unread.length === 0) return [];
  return [
    {
      what:
        unread.length === 1
          ? '1 document is not fully read'
          : `${unread.length} documents are not fully read`,
      where: `${listed(unread)}: pages or parts have no words that could be read, so nobody knows whom they name.`,
      evidenceId: onlyOne(unread),
    },
  ];
}

/** Documents go out as they are, with whatever is hidden in them: one by one, but together where it is only who wrote them. */
export function hiddenCautions(documents: readonly CheckedDocument[]): readonly PackFinding[] {
  const hiding = documents.filter(({ hidden }) => hidden.length > 0);
  const signed = hiding.filter(({ hidden }) => saysOnlyWho(hidden));
  const [first] = signed;
  const together = (): PackFinding => ({
    what: `${signed.length} documents say who wrote them`,
    where: `${listed(signed)}: in their properties. A copy that was printed to PDF does not.`,
    evidenceId: null,
  });
  return [
    ...hiding.filter((document) => !signed.includes(document)).map(hiddenCaution),
    ...(signed.length > 1 ? [together()] : first ? [hiddenCaution(first)] : []),
  ];
}

const hiddenCaution = ({ item, called, title, hidden }: CheckedDocument): PackFinding => ({
  what: `Document ${called} has hidden data`,
  where: `“${title}”: ${hiddenWords(hidden)}. Whoever gets the file can read it.`,
  evidenceId: item.id,
});

export type Lacking = {
  /** One sentence for each thing that is not there. */
  readonly sentences: readonly string[];
  readonly cautions: readonly PackFinding[];
};

/** What a child's checklist still lacks; `hasDocument` says whether something is attached to an item. */
export function lackingFrom(
  checklist: readonly ChecklistItem[],
  day: IsoDate,
  hasDocument: (item: ChecklistItem) => boolean,
  mask: (text: string) => string,
): Lacking {
  const open = checklist.filter((item) => item.state === 'missing' || item.state === 'asked');
  const bare = checklist.filter((item) => item.state === 'received' && !hasDocument(item)).length;
  const { needed, overdue } = readinessOf(checklist, [], day);
  const titles = open.slice(0, 3).map((item) => `“${mask(item.title)}”`);
  const more = open.length - titles.length;
  const late = overdue === 0 ? '' : `, ${overdue} overdue`;
  const bareWords = bare === 1 ? '1 item is' : `${bare} items are`;
  return {
    sentences: [
      ...open.map((item) => `“${mask(item.title)}” ${openWords(item, day)}.`),
      ...(bare === 0 ? [] : [`${bareWords} held, but not as a document.`]),
    ],
    cautions:
      open.length === 0
        ? []
        : [
            {
              what: `${open.length} of ${needed} on the checklist ${open.length === 1 ? 'is' : 'are'} not here${late}`,
              where: `${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
              evidenceId: null,
            },
          ],
  };
}

function openWords({ state, dueOn }: ChecklistItem, day: IsoDate): string {
  const what = state === 'asked' ? 'is asked for and not here' : 'is missing';
  if (dueOn === null) return what;
  return `${what}; it ${dueOn < day ? 'was' : 'is'} due ${formatDayLong(dueOn)}`;
}

/** "name on page 3, twice; date of birth in its properties or notes". */
function placesOf(hits: readonly LeakHit[], { pages, type }: EvidenceItem): string {
  const times = (count: number) => (count === 1 ? '' : count === 2 ? ', twice' : `, ${count} times`);
  return hits
    .map(({ what, page, count }) => {
      const isBeyond = page > (pages ?? 1);
      const paged = pages === null ? 'in its text' : `on ${typeFacts[type].page} ${page}`;
      return `${what} ${isBeyond ? 'in its properties or notes' : paged}${times(count)}`;
    })
    .join('; ');
}

const codesOf = (hits: readonly LeakHit[]): readonly string[] => [...new Set(hits.map((hit) => hit.code))];

const listed = (documents: readonly CheckedDocument[]): string =>
  documents.map(({ called }) => called).join(', ');

const onlyOne = (documents: readonly CheckedDocument[]): string | null =>
  documents.length === 1 ? (documents[0]?.item.id ?? null) : null;
