import { z } from 'zod';
import { EvidenceId, PersonId, RequestId, RowId } from '../domain/ids.ts';
import { InformationRequest } from '../domain/request.ts';
import type { RequestAnswer, RequestReminder } from '../domain/request-answer.ts';
import { Sector } from '../domain/sector.ts';
import { IsoDate, IsoInstant } from '../domain/time.ts';
import { engaged } from './channel.ts';

export type RequestsView = {
  readonly requests: readonly InformationRequest[];
  /** Everything that was given, the newest first. */
  readonly answers: readonly RequestAnswer[];
  readonly reminders: readonly RequestReminder[];
};

/** One thing that was given and holds the words searched for, with the place where they stand. */
export type GivenHit = {
  readonly answerId: RowId;
  /** The words around the hit, with children's names as codes; empty where the title or the wording matched. */
  readonly snippet: string;
  /** Counts from 1; null where the words are not in the document itself. */
  readonly page: number | null;
};

/** One step in the life of a request. */
export type RequestStep = { readonly at: IsoInstant; readonly actor: string; readonly summary: string };

/** A request on the framework's standing list that this engagement does not have. */
export type StandingRequest = Pick<
  InformationRequest,
  'reference' | 'title' | 'wording' | 'group' | 'ownerSector' | 'dueOn'
>;

const Fields = InformationRequest.omit({ id: true, reference: true, source: true, isVerified: true });
const Reference = z.string().trim().max(20).optional();

export const requestsChannels = {
  'requests:readRequests': engaged<RequestsView>()(z.object({})),
  /** Adds the request when `id` is null; without a reference it takes the next free one. Working hours decide when it is due. */
  'requests:saveRequest': engaged<InformationRequest>()(
    Fields.extend({ id: RequestId.nullable(), reference: Reference }),
  ),
  /** Adds several as one step: from a pasted e-mail, or the framework's standing list. */
  'requests:addRequests': engaged<{ readonly added: number }>()(
    z.object({
      requests: z
        .array(Fields.extend({ reference: Reference }))
        .min(1)
        .max(500),
    }),
  ),
  'requests:readStandingRequests': engaged<readonly StandingRequest[]>()(z.object({})),
  /** Gives several requests to a sector, a person or both as one step; one that was new is then with its owner. */
  'requests:reassignRequests': engaged<null>()(
    z.object({
      ids: z.array(RequestId).min(1).max(500),
      ownerSector: Sector.nullable(),
      ownerId: PersonId.nullable(),
      dueOn: IsoDate.nullable().optional(),
    }),
  ),
  /** Notes that the owners were reminded now. */
  'requests:remindOwners': engaged<null>()(z.object({ ids: z.array(RequestId).min(1).max(500) })),
  'requests:removeRequest': engaged<null>()(z.object({ id: RequestId })),
  /** Freezes what was given, to whom and when; the request counts as sent. */
  'requests:giveAnswer': engaged<null>()(
    z.object({
      id: RequestId,
      evidenceIds: z.array(EvidenceId).min(1).max(200),
      givenTo: z.string().trim().min(1).max(160),
      how: z.string().trim().max(160),
      note: z.string().trim().max(1000),
      /** Now when null. */
      at: IsoInstant.nullable(),
    }),
  ),
  /** Looks for words in what was given: titles, wordings, recipients, and the documents as they were. */
  'requests:findGiven': engaged<readonly GivenHit[]>()(z.object({ words: z.string().max(200) })),
  /** Writes a copy of exactly what was given where the user says. */
  'requests:saveGiven': engaged<{ readonly saved: boolean }>()(z.object({ id: RowId })),
  'requests:readRequestHistory': engaged<readonly RequestStep[]>()(z.object({ id: RequestId })),
};
