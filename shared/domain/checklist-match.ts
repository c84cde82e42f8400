import type { ChecklistItem } from './child.ts';
import type { EvidenceItem, EvidenceLink } from './evidence.ts';

/** A document that seems to be what an open checklist item asks for. The user decides. */
export type Proposal = { readonly evidenceId: string; readonly item: ChecklistItem };

/** Short forms that offices use, and words that mean the same on a checklist. */
const meanings: Readonly<Record<string, string>> = {
  ehcp: 'ehc plan',
  ep: 'educational psychologist',
  salt: 'speech language',
  slt: 'speech language',
  ot: 'occupational',
  contribution: 'view',
  wishes: 'view',
  feelings: 'view',
  voice: 'view',
  carer: 'parent',
  mum: 'parent',
  dad: 'parent',
  mother: 'parent',
  father: 'parent',
  family: 'parent',
  latest: 'current',
  previous: 'earlier',
  old: 'earlier',
  pupil: 'child',
  student: 'child',
  pep: 'personal education plan',
  chc: 'continuing care',
  nhs: 'health',
  tribunals: 'tribunal',
  exclusion: 'exclusions',
  suspensions: 'exclusions',
  phv: 'physiotherapy',
};

const empty = new Set(
  'a an and any at by for from if in is it last must new of on one or other own some that the their this to two up with each all report document form copy final draft signed version v1 v2 v3 scan scanned pdf doc letter'.split(
    ' ',
  ),
);

/** The words of a title that carry meaning, cut to their stem. */
function stems(title: string): readonly string[] {
  const words = title
    .replaceAll(/\bChild [A-Z]{1,2}\b/g, '')
    .toLowerCase()
    .replaceAll(/['’]s?\b/g, '')
    .split(/[^\p{L}]+/u)
    .flatMap((word) => (meanings[word] ?? word).split(' '))
    .filter((word) => word.length > 1 && !empty.has(word))
    .map((word) => (word.length > 6 ? word.slice(0, 6) : word.replace(/(?<=\w{3})s$/, '')));
  return [...new Set(words)];
}

/** What a match counts for that lacks the last word of the title, which says what kind of document it is. */
const otherKind = 0.6;

/**
 * The open item that a document's title fits best, or null where none fits or two fit alike. Rare words count for more:
 * "plan" is on half of the checklist, "chronology" is on it once.
 */
export function matchChecklistItem(title: string, items: readonly ChecklistItem[]): ChecklistItem | null {
  const wanted = stems(title);
  const stemmed = items.map((item) => ({ item, words: stems(item.title), group: stems(item.group) }));
  const weight = (word: string) => {
    const times = stemmed.filter(({ words }) => words.includes(word)).length;
    // A word that no item has may be a name or a date, so it counts against a match, but not for much.
    return times === 0 ? 0.4 : 1 / (1 + times ** 0.5);
  };
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word), 0);
  // "Social care assessment" is an assessment before it is anything of social care.
  const kind = wanted.filter((word) => stemmed.some(({ words }) => words.includes(word))).at(-1);
  if (kind === undefined) return null;
  const scored = stemmed
    .map(({ item, words, group }) => {
      const shared = wanted.filter((word) => words.includes(word));
      const fromGroup = wanted.filter((word) => !words.includes(word) && group.includes(word));
      const isOfKind = words.includes(kind) ? 1 : otherKind;
      const covers = (isOfKind * (sum(shared) + sum(fromGroup) * 0.5)) / sum(wanted);
      return {
        item,
        covers: shared.length === 0 ? 0 : covers,
        score: covers * 0.7 + isOfKind * (sum(shared) / Math.max(sum(words), 0.01)) * 0.3,
      };
    })
    .filter(({ covers }) => covers >= 0.45)
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best || (next && best.score - next.score < 0.04)) return null;
  return best.item;
}

const isOpen = ({ state }: ChecklistItem): boolean => state === 'missing' || state === 'asked';

/**
 * What could be linked further: documents tied to a child but to none of its checklist items, each with the open item
 * that its title fits. An item is proposed for one document only, the first.
 */
export function proposeLinks(
  items: readonly Pick<EvidenceItem, 'id' | 'title'>[],
  links: readonly EvidenceLink[],
  checklist: readonly ChecklistItem[],
): readonly Proposal[] {
  const childOfItem = new Map(checklist.map((item) => [item.id as string, item.childId]));
  const settled = new Set(
    links.flatMap(({ evidenceId, checklistItemId }) => {
      const childId = checklistItemId === null ? undefined : childOfItem.get(checklistItemId);
      return childId === undefined ? [] : [`${evidenceId} ${childId}`];
    }),
  );
  const titles = new Map(items.map((item) => [item.id as string, item.title]));
  const taken = new Set<string>();
  return links.flatMap(({ evidenceId, childId }) => {
    const title = titles.get(evidenceId);
    if (childId === null || title === undefined || settled.has(`${evidenceId} ${childId}`)) return [];
    const open = checklist.filter((item) => item.childId === childId && isOpen(item) && !taken.has(item.id));
    const item = matchChecklistItem(title, open);
    if (!item) return [];
    taken.add(item.id);
    return [{ evidenceId, item }];
  });
}
