import { knownHeadings, type TargetKind, type TargetShape } from './target.ts';
import { actionsTarget } from './target-actions.ts';
import { childrenTarget } from './target-children.ts';
import { meetingsTarget } from './target-meetings.ts';
import { peopleTarget } from './target-people.ts';
import { placesTarget } from './target-places.ts';

/** The target for each kind of record that can be imported. */
export const importTargets = {
  people: peopleTarget,
  places: placesTarget,
  meetings: meetingsTarget,
  children: childrenTarget,
  actions: actionsTarget,
} as const satisfies Readonly<Record<TargetKind, TargetShape>>;

/** The keys of every heading that any target knows, for finding the headings before the kind is chosen. */
export const allKnownHeadings: ReadonlySet<string> = knownHeadings(...Object.values(importTargets));
