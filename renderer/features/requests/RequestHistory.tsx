import { useEffect, useState } from 'react';
import type { InformationRequest } from '../../../shared/domain/request.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import type { RequestStep } from '../../../shared/ipc/requests.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';

/** What was done with the request, by whom and when, newest first. */
export function RequestHistory({ request }: { readonly request: InformationRequest }) {
  const act = useStore((state) => state.act);
  const clock = useStore((state) => state.settings.clock);
  const requests = useStore((state) => state.data.requests);
  const names = useNames();
  const [steps, setSteps] = useState<readonly RequestStep[]>([]);

  useEffect(() => {
    if (!requests) return;
    let isCurrent = true;
    void act('requests:readRequestHistory', { id: request.id }).then((answer) => {
      if (isCurrent && answer) setSteps(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [act, request.id, requests]);

  if (steps.length === 0) return null;
  return (
    <Disclosure summary={`History, ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`}>
      <ol className="requests-history">
        {steps.map((step) => (
          <li key={`${step.at} ${step.summary}`}>
            <span className="num text-3">{formatInstantLong(step.at, clock)}</span>{' '}
            {names.withoutNames(step.summary)}{' '}
            <span className="text-3">({names.withoutNames(step.actor)})</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
