import type { Connection, ReadableDb, WritableDb } from './connection.ts';
import { statement } from './statement.ts';

export type StoredCohortChild = {
  readonly id: string;
  readonly cohortId: string;
  readonly rowNumber: number;
  /** JSON. */
  readonly facts: string;
  readonly childId: string | null;
};

export type StoredFinding = {
  readonly rowNumber: number;
  readonly rule: string;
  readonly severity: 'error' | 'query';
  readonly sentence: string;
};

/**
 * The children of a list are kept outside the change log, which never forgets: shredding has to leave nothing. What is
 * deleted while this is on is written over with zeros, in the pages and in the free list.
 */
export function secureDelete(db: Connection): void {
  db.pragma('secure_delete = ON');
}

export function putCohortChild(tx: WritableDb, row: StoredCohortChild): void {
  statement(
    tx,
    'INSERT INTO cohort_children (id, cohort_id, row_number, facts, child_id) VALUES (?, ?, ?, ?, ?)',
  ).run(row.id, row.cohortId, row.rowNumber, row.facts, row.childId);
}

export function putCohortFinding(tx: WritableDb, cohortId: string, finding: StoredFinding): void {
  statement(
    tx,
    'INSERT INTO cohort_findings (cohort_id, row_number, rule, severity, sentence) VALUES (?, ?, ?, ?, ?)',
  ).run(cohortId, finding.rowNumber, finding.rule, finding.severity, finding.sentence);
}

export function listCohortChildren(db: ReadableDb, cohortId: string): readonly StoredCohortChild[] {
  const sql = `SELECT id, cohort_id AS cohortId, row_number AS rowNumber, facts, child_id AS childId
    FROM cohort_children WHERE cohort_id = ? ORDER BY row_number`;
  return statement(db, sql).all(cohortId) as StoredCohortChild[];
}

export function listCohortFindings(db: ReadableDb, cohortId: string): readonly StoredFinding[] {
  const sql = `SELECT row_number AS rowNumber, rule, severity, sentence FROM cohort_findings
    WHERE cohort_id = ? ORDER BY row_number, rule`;
  return statement(db, sql).all(cohortId) as StoredFinding[];
}

export function markTracked(tx: WritableDb, id: string, childId: string): void {
  statement(tx, 'UPDATE cohort_children SET child_id = ? WHERE id = ?').run(childId, id);
}

/** Takes every child and finding of a list out; how many children there were. */
export function dropCohort(tx: WritableDb, cohortId: string): number {
  const { changes } = statement(tx, 'DELETE FROM cohort_children WHERE cohort_id = ?').run(cohortId);
  statement(tx, 'DELETE FROM cohort_findings WHERE cohort_id = ?').run(cohortId);
  return changes;
}
