import type { ChecklistItem } from './child.ts';
import { counted } from './counted.ts';
import type { PersonId } from './ids.ts';
import type { Person } from './people.ts';
import { SECTORS, type Sector } from './sector.ts';
import type { IsoDate } from './time.ts';
import { formatDayLong } from './time-words.ts';

/** What one owner still owes: somebody of the list of people, somebody by name, or a sector. */
export type Owed = {
  readonly key: string;
  readonly sector: Sector | null;
  readonly ownerId: PersonId | null;
  readonly ownerName: string;
  /** What is due first stands first. */
  readonly items: readonly ChecklistItem[];
};

/** What has not come yet, under whoever owes it, in the order of the sectors; what nobody owes comes last. */
export function owedByOwner(items: readonly ChecklistItem[]): readonly Owed[] {
  const open = items
    .filter(({ state }) => state === 'missing' || state === 'asked')
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.position - b.position);
  const byOwner = groupedBy(open, ({ ownerSector, ownerId, ownerName }) =>
    [ownerSector ?? '', ownerId ?? '', ownerId ? '' : ownerName.trim()].join('|'),
  );
  const place = ({ sector }: Owed) => (sector === null ? SECTORS.length : SECTORS.indexOf(sector));
  return [...byOwner]
    .map(([key, own]) => {
      const { ownerSector = null, ownerId = null, ownerName = '' } = own[0] ?? {};
      return { key, sector: ownerSector, ownerId, ownerName: ownerName.trim(), items: own };
    })
    .toSorted((a, b) => place(a) - place(b) || a.key.localeCompare(b.key));
}

/**
 * The posts through which each sector is usually asked. The designated clinical officer is the point of contact for health
 * and the designated social care officer for care, as local offers describe them; the rest is usual practice.
 */
const contactPosts: Readonly<Record<Sector, readonly RegExp[]>> = {
  education: [/\bhead of (?:sen|send|inclusion)\b/i, /\bsend? (?:service )?manager\b/i],
  health: [/\bdesignated clinical officer\b|\bdco\b/i, /\bdesignated medical officer\b|\bdmo\b/i],
  care: [/\bdesignated social care officer\b|\bdsco\b/i],
  family: [/\bparent carer forum\b|\bpcf\b/i],
  voluntary: [/\bsendiass\b/i],
  elected: [/\blead member\b/i],
};

/** Through whom a sector is asked where no owner is named; null where nobody holds such a post. */
export function contactOf(
  sector: Sector | null,
  people: readonly Pick<Person, 'id' | 'role' | 'side'>[],
): PersonId | null {
  if (sector === null) return null;
  const partners = people.filter(({ side }) => side === 'partnership');
  for (const post of contactPosts[sector]) {
    const holder = partners.find(({ role }) => post.test(role));
    if (holder) return holder.id;
  }
  return null;
}

/** A message that asks for documents, child by child; children by the label that is given for each. */
export function askText(
  items: readonly ChecklistItem[],
  labelOf: (childId: ChecklistItem['childId']) => string,
  today: IsoDate,
): string {
  const children = [...groupedBy(items, ({ childId }) => labelOf(childId))].toSorted(([a], [b]) =>
    a.localeCompare(b, 'en-GB', { numeric: true }),
  );
  const parts = children.map(([label, own]) =>
    [label, ...own.map((item) => `- ${item.title}${dueWords(item.dueOn, today)}`)].join('\n'),
  );
  return [
    `The inspectors will look at the files of tracked children. ${counted(items.length, 'document')} from you ${items.length === 1 ? 'is' : 'are'} still missing:`,
    ...parts,
    'Send each as the final version, or say when it will be ready and what stands in the way. Where a document does not exist, say why. Children are called by code here: please do not put a name in your reply, and ask me if you are not sure which child it is.',
  ].join('\n\n');
}

function dueWords(dueOn: IsoDate | null, today: IsoDate): string {
  if (dueOn === null) return '';
  if (dueOn === today) return ', due today';
  return dueOn < today ? `, was due on ${formatDayLong(dueOn)}` : `, due on ${formatDayLong(dueOn)}`;
}

function groupedBy(
  items: readonly ChecklistItem[],
  keyOf: (item: ChecklistItem) => string,
): ReadonlyMap<string, readonly ChecklistItem[]> {
  const groups = new Map<string, ChecklistItem[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
