import { type Indexed, triggersFor } from './0070-search.ts';

/** What is found by its words since governance, surveys and plans were added; notes for ourselves are not among them. */
export const laterIndexedTables: readonly Indexed[] = [
  { kind: 'board', table: 'boards', title: ['name'], body: ['remit'] },
  {
    kind: 'report',
    table: 'reports',
    title: ['title'],
    body: ['audience', 'summary', 'decision_wanted', 'decision', 'options_rejected'],
  },
  { kind: 'survey', table: 'surveys', title: ['title'], body: ['sent_by', 'note'] },
  {
    kind: 'review',
    table: 'reviews',
    title: ['title'],
    body: ['"by"', 'outcome', 'revisit_result', 'benchmark'],
  },
  { kind: 'finding', table: 'findings', title: ['"text"'], body: ['"from"', 'progress'] },
  {
    kind: 'action',
    table: 'plan_actions',
    title: ['reference', 'title'],
    body: ['area', 'partner', 'measure'],
  },
];

/**
 * A sign-off of the self-evaluation belongs to one version of it, an indicator refers to other criteria, an action from the
 * log is due at a time of day, a partner has a duty, a date may be expected before it is known, and boards, reports, surveys, reviews, findings and actions are found by their words.
 */
export const week = {
  version: 230,
  sql: `
    ALTER TABLE sign_offs ADD COLUMN version_id TEXT REFERENCES evaluation_versions(id);
    ALTER TABLE indicators ADD COLUMN see_also TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE organisations ADD COLUMN duty TEXT NOT NULL DEFAULT '';
    ALTER TABLE engagements ADD COLUMN expected_in TEXT NOT NULL DEFAULT '';
    ALTER TABLE feedback_entries ADD COLUMN action_due_at INTEGER;
    ${laterIndexedTables.map(triggersFor).join('\n')}
  `,
};
