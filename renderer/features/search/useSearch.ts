import { useEffect, useState } from 'react';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { SearchAnswer } from '../../../shared/ipc/search.ts';
import { useStore } from '../../state/store.ts';

export type SearchAsked = ChannelInput<'search:searchAll'>;

const nothing: SearchAnswer = { hits: [], hasMore: false, codes: [], waiting: 0 };
/** As long as a quick typist takes from one letter to the next. */
const typingPause = 40;
/** How soon to look again while documents are still being put into the index. */
const indexPause = 600;

/**
 * The answer to what is asked, as it is typed; the one before stays until the next is there. `isCurrent` says that the
 * answer is to what is asked now.
 */
export function useSearch(asked: SearchAsked): {
  readonly answer: SearchAnswer;
  readonly isCurrent: boolean;
} {
  const act = useStore((state) => state.act);
  // What is found changes with what is written; the history is read again after each write.
  const written = useStore((state) => state.data.history);
  const key = JSON.stringify(asked);
  const [found, setFound] = useState({ key: '', answer: nothing });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a write makes the same question worth asking again
  useEffect(() => {
    const own = JSON.parse(key) as SearchAsked;
    if (own.typed.trim() === '') return setFound({ key, answer: nothing });
    let isGone = false;
    let timer = setTimeout(ask, typingPause);
    function ask() {
      void act('search:searchAll', own).then((answer) => {
        if (isGone || !answer) return;
        setFound({ key, answer });
        if (answer.waiting > 0) timer = setTimeout(ask, indexPause);
      });
    }
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [act, key, written]);
  return { answer: found.answer, isCurrent: found.key === key };
}
