import { History, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RequestAnswer } from '../../../shared/domain/request-answer.ts';
import { formatInstantDay } from '../../../shared/domain/time-words.ts';
import type { GivenHit } from '../../../shared/ipc/requests.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { NearList } from '../../ui/NearList.tsx';
import { Section } from '../../ui/Section.tsx';
import { GivenLine } from './RequestAnswers.tsx';

const usualHeight = 84;
const daysInSight = 3;

/** Everything that was given, day by day, the newest first; the words searched for are looked up in the documents too. */
export function GivenList({
  words,
  onOpen,
}: {
  readonly words: string;
  readonly onOpen: (requestId: string) => void;
}) {
  const answers = useStore((state) => state.data.requests?.answers ?? []);
  const hits = useHits(words);
  const byId = new Map(hits?.map((hit) => [hit.answerId, hit]));
  const shown = hits === null ? answers : answers.filter((answer) => byId.has(answer.id));
  if (answers.length === 0) {
    return (
      <EmptyState icon={History} title="Nothing has been given yet">
        Open a request, attach what answers it and record it as given. It is kept exactly as it was.
      </EmptyState>
    );
  }
  if (shown.length === 0) {
    return (
      <EmptyState icon={SearchX} title="Nothing given holds these words">
        Looked for in titles, wordings, recipients and the words of the documents themselves.
      </EmptyState>
    );
  }
  const days = Map.groupBy(shown, (answer) => formatInstantDay(answer.at));
  return (
    <div className="stack stack-loose">
      {[...days].map(([day, own], at) => (
        <Section key={day} title={day} fact={String(own.length)} ruled>
          <NearList
            className="requests-given"
            items={own}
            itemKey={({ id }) => id}
            usual={usualHeight}
            first={at < daysInSight ? undefined : 0}
          >
            {(answer) => (
              <>
                <Asked answer={answer} onOpen={onOpen} />
                <GivenLine answer={answer} />
                <Snippet hit={byId.get(answer.id)} />
              </>
            )}
          </NearList>
        </Section>
      ))}
    </div>
  );
}

function Asked({
  answer,
  onOpen,
}: {
  readonly answer: RequestAnswer;
  readonly onOpen: (requestId: string) => void;
}) {
  const names = useNames();
  const { requestId } = answer;
  const words = `${answer.reference} ${names.withoutNames(answer.asked)}`;
  if (requestId === null) return <span className="text-3">{words} (since removed)</span>;
  return <LinkButton onClick={() => onOpen(requestId)}>{words}</LinkButton>;
}

function Snippet({ hit }: { readonly hit: GivenHit | undefined }) {
  const names = useNames();
  if (!hit?.snippet) return null;
  return (
    <p className="requests-snippet">
      {hit.page !== null && <span className="text-3">Page {hit.page}: </span>}“
      {names.withoutNames(hit.snippet)}”
    </p>
  );
}

/** What holds the words, a moment after the last letter; null while there are no words. */
function useHits(words: string): readonly GivenHit[] | null {
  const act = useStore((state) => state.act);
  const requests = useStore((state) => state.data.requests);
  const [hits, setHits] = useState<readonly GivenHit[] | null>(null);
  const wanted = words.trim();
  useEffect(() => {
    if (wanted === '' || !requests) {
      setHits(null);
      return;
    }
    const timer = setTimeout(() => {
      void act('requests:findGiven', { words: wanted }).then((answer) => setHits(answer ?? []));
    }, 150);
    return () => clearTimeout(timer);
  }, [act, wanted, requests]);
  return hits;
}
