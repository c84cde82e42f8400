import type { ChecklistItem } from './child.ts';
import type { EvidenceItem, EvidenceLink } from './evidence.ts';
import type { ChildId } from './ids.ts';

export type DocumentRows = {
  readonly items: readonly Pick<EvidenceItem, 'id' | 'madeFromId'>[];
  readonly links: readonly Pick<EvidenceLink, 'evidenceId' | 'childId' | 'checklistItemId'>[];
  /** Of every child. */
  readonly checklist: readonly Pick<ChecklistItem, 'id' | 'childId'>[];
};

/**
 * The children in whose files a document is: those it is tied to, itself or by an item of their checklists. What was made
 * of a document has no ties of its own and is in the same files.
 */
export function childrenOfDocuments({
  items,
  links,
  checklist,
}: DocumentRows): (evidenceId: string) => ReadonlySet<ChildId> {
  const childOfItem = new Map<string, ChildId>(checklist.map((item) => [item.id, item.childId]));
  const madeFrom = new Map<string, string | null>(items.map((item) => [item.id, item.madeFromId]));
  const tied = new Map<string, ChildId[]>();
  for (const { evidenceId, childId, checklistItemId } of links) {
    const child = childId ?? childOfItem.get(checklistItemId ?? '');
    if (child) tied.set(evidenceId, [...(tied.get(evidenceId) ?? []), child]);
  }
  return (evidenceId) => {
    const seen = new Set<string>();
    const found = new Set<ChildId>();
    let at: string | null = evidenceId;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      for (const child of tied.get(at) ?? []) found.add(child);
      at = madeFrom.get(at) ?? null;
    }
    return found;
  };
}

/** How many documents are in a child's file. */
export function countDocumentsOf(rows: DocumentRows, childId: ChildId): number {
  const childrenOf = childrenOfDocuments(rows);
  return rows.items.filter(({ id }) => childrenOf(id).has(childId)).length;
}
