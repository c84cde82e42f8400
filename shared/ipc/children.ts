import { z } from 'zod';
import { AuditFinding } from '../domain/audit.ts';
import {
  type ChecklistItem,
  ChecklistItem as ChecklistItemSchema,
  type Child,
  type ChildAgency,
  ChildAgency as ChildAgencySchema,
  type ChildName,
  ChildName as ChildNameSchema,
  Child as ChildSchema,
  type Consent,
  Consent as ConsentSchema,
} from '../domain/child.ts';
import { ChronologyEntry } from '../domain/chronology.ts';
import { ChecklistItemId, ChildId, type PersonId, RowId } from '../domain/ids.ts';
import type { Owed } from '../domain/missing-documents.ts';
import { PaperFormat } from '../domain/paper-format.ts';
import type { Readiness } from '../domain/readiness.ts';
import { IsoInstant } from '../domain/time.ts';
import { engaged } from './channel.ts';

/** What every view but the child's own page may show: code and initials, no name. */
export type ChildSummary = Pick<Child, 'id' | 'code' | 'initials' | 'need' | 'sendStatus' | 'setting'> & {
  readonly readiness: Readiness;
};

export type ChildrenView = {
  readonly children: readonly ChildSummary[];
  readonly checklistItems: readonly ChecklistItem[];
  readonly agencies: readonly ChildAgency[];
  readonly consents: readonly Consent[];
  /** A whole list is kept to choose from, and not shredded yet. */
  readonly isListKept: boolean;
};

/** The child's own page: the only place that is told the name. */
export type ChildPageView = {
  readonly child: Child;
  readonly name: ChildName;
  /** What is wrong with the UPN or NHS number, in a sentence; empty when nothing is. */
  readonly upnProblem: string;
  readonly nhsNumberProblem: string;
  /** Of every agency, the oldest first. */
  readonly chronology: readonly ChronologyEntry[];
  readonly audit: readonly AuditFinding[];
};

/** An entry read from a spreadsheet or a pasted text, before it is confirmed. */
export type ProposedEntry = Pick<ChronologyEntry, 'date' | 'what' | 'source'>;

export type ChronologyFile = {
  readonly fileName: string;
  readonly entries: readonly ProposedEntry[];
  /** Rows that could not be read, each in a sentence. */
  readonly problems: readonly string[];
};

/** What each owner still owes, whom to ask for it, and a message that asks, in which no child is named. */
export type OwedDocuments = readonly (Omit<Owed, 'items'> & {
  readonly contactId: PersonId | null;
  readonly items: readonly Pick<ChecklistItem, 'id' | 'childId' | 'title' | 'dueOn' | 'askedOn'>[];
  readonly message: string;
})[];

/** What gathering everything about one child came to. */
export type GatheredFile = {
  readonly folderName: string;
  readonly documents: number;
  /** Other documents that name the child, listed and not copied. */
  readonly mentions: number;
};

const ChildFields = ChildSchema.omit({ id: true, code: true, initials: true }).extend(
  ChildNameSchema.omit({ id: true, childId: true }).shape,
);

export const childrenChannels = {
  'children:readChildren': engaged<ChildrenView>()(z.object({})),
  'children:readChild': engaged<ChildPageView>()(z.object({ id: ChildId })),
  /** Adds a tracked child under the next free code, with the framework's checklist, each item due by its working days. */
  'children:addChild': engaged<{ readonly id: ChildId }>()(ChildFields),
  'children:editChild': engaged<null>()(ChildFields.partial().extend({ id: ChildId })),
  'children:removeChild': engaged<null>()(z.object({ id: ChildId })),
  /** Adds one step to the history of consent; nothing in the history is ever changed. */
  'children:recordConsent': engaged<null>()(
    ConsentSchema.pick({ childId: true, party: true, state: true, recordedBy: true, note: true }).extend({
      at: IsoInstant.nullable(),
      /** With a refusal or withdrawal: what becomes of the child's meetings to come. They stay, held, when left out. */
      meetings: z.enum(['tray', 'hold']).optional(),
    }),
  ),
  'children:saveAgency': engaged<null>()(ChildAgencySchema.extend({ id: RowId.nullable() })),
  'children:removeAgency': engaged<null>()(z.object({ id: RowId })),
  'children:saveChecklistItem': engaged<null>()(
    ChecklistItemSchema.omit({ position: true }).extend({ id: ChecklistItemId.nullable() }),
  ),
  /** What is still missing, for one child or for all, by owner. */
  'children:readOwed': engaged<OwedDocuments>()(z.object({ childId: ChildId.nullable() })),
  /** Notes that these were asked for today, as one step. */
  'children:askForItems': engaged<{ readonly asked: number }>()(
    z.object({ ids: z.array(ChecklistItemId).min(1).max(2000) }),
  ),
  'children:removeChecklistItem': engaged<null>()(z.object({ id: ChecklistItemId })),
  'children:saveChronologyEntry': engaged<null>()(ChronologyEntry.extend({ id: RowId.nullable() })),
  'children:removeChronologyEntry': engaged<null>()(z.object({ id: RowId })),
  /** Adds many as one step; an entry that is there already, word for word, is left out. */
  'children:addChronology': engaged<{ readonly added: number; readonly left: number }>()(
    z.object({
      childId: ChildId,
      entries: z
        .array(ChronologyEntry.omit({ id: true, childId: true }))
        .min(1)
        .max(5000),
    }),
  ),
  /** Reads dated events out of a spreadsheet, to be confirmed; null when the user closes the dialog. */
  'children:readChronologyFile': engaged<ChronologyFile | null>()(z.object({ token: z.string().optional() })),
  'children:saveAuditFinding': engaged<null>()(AuditFinding.extend({ id: RowId.nullable() })),
  'children:removeAuditFinding': engaged<null>()(z.object({ id: RowId })),
  /** Prints the one-page profile, with the code or the name, where the user says. */
  'children:saveProfile': engaged<{ readonly saved: boolean }>()(
    z.object({ id: ChildId, isNamed: z.boolean(), format: PaperFormat }),
  ),
  /** Writes a folder with everything that names or concerns the child; null when the user closes the dialog. */
  'children:gatherFile': engaged<GatheredFile | null>()(z.object({ id: ChildId })),
};
