import { z } from 'zod';
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
import { ChecklistItemId, ChildId, RowId } from '../domain/ids.ts';
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
};

/** The child's own page: the only place that is told the name. */
export type ChildPageView = {
  readonly child: Child;
  readonly name: ChildName;
  /** What is wrong with the UPN or NHS number, in a sentence; empty when nothing is. */
  readonly upnProblem: string;
  readonly nhsNumberProblem: string;
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
    }),
  ),
  'children:saveAgency': engaged<null>()(ChildAgencySchema.extend({ id: RowId.nullable() })),
  'children:removeAgency': engaged<null>()(z.object({ id: RowId })),
  'children:saveChecklistItem': engaged<null>()(
    ChecklistItemSchema.omit({ position: true }).extend({ id: ChecklistItemId.nullable() }),
  ),
  'children:removeChecklistItem': engaged<null>()(z.object({ id: ChecklistItemId })),
};
