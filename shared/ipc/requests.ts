import { z } from 'zod';
import { RequestId } from '../domain/ids.ts';
import { InformationRequest } from '../domain/request.ts';
import { engaged } from './channel.ts';

export type RequestsView = { readonly requests: readonly InformationRequest[] };

export const requestsChannels = {
  'requests:readRequests': engaged<RequestsView>()(z.object({})),
  /** Adds the request, under the next free reference, when `id` is null. */
  'requests:saveRequest': engaged<InformationRequest>()(
    InformationRequest.omit({ id: true, reference: true, source: true, isVerified: true }).extend({
      id: RequestId.nullable(),
    }),
  ),
  'requests:removeRequest': engaged<null>()(z.object({ id: RequestId })),
};
