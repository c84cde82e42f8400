import type { EvidenceId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../../db/connection.ts';
import { listRows, type Table } from '../../db/table.ts';
import {
  alignments,
  briefings,
  findingProgress,
  reports,
  reviews,
  signOffs,
  surveys,
  voiceRecords,
} from '../../db/tables.ts';
import { updateRow } from '../../db/write.ts';

/** Every record that names a document goes on without it, before it is removed. */
export function letGoOfDocument(tx: WritableDb, documentId: EvidenceId): void {
  letGoIn(tx, reports, documentId);
  letGoIn(tx, signOffs, documentId);
  letGoIn(tx, briefings, documentId);
  letGoIn(tx, alignments, documentId);
  letGoIn(tx, surveys, documentId);
  letGoIn(tx, voiceRecords, documentId);
  letGoIn(tx, reviews, documentId);
  letGoIn(tx, findingProgress, documentId);
}

type Holder = { readonly id: string; readonly documentId: EvidenceId | null };

function letGoIn<Row extends Holder>(tx: WritableDb, table: Table<Row>, documentId: EvidenceId): void {
  // Rows of a type that is not known here still have this one field.
  for (const { id } of listRows(tx, table, { documentId } as Partial<Row>))
    updateRow(tx, table, id, { documentId: null } as Partial<Row>);
}
