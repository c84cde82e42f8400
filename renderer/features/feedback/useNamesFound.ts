import { useEffect, useState } from 'react';
import { type NameFound, withoutNames } from '../../../shared/domain/attribution.ts';
import { useStore } from '../../state/store.ts';

const pause = 300;

/** The names that stand in a text being written, looked for whenever the writing pauses, and a way to take one out. */
export function useNamesFound(text: string, onChange: (text: string) => void) {
  const act = useStore((state) => state.act);
  const [found, setFound] = useState<readonly NameFound[]>([]);
  const [kept, setKept] = useState<readonly string[]>([]);

  useEffect(() => {
    if (text.trim() === '') return setFound([]);
    let isCurrent = true;
    const timer = setTimeout(() => {
      // A check that fails must not stand in the way of writing down what is being said.
      void act('feedback:findNames', { text }, () => {}).then((names) => {
        if (isCurrent && names) setFound(names);
      });
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [act, text]);

  async function replace(words: string): Promise<void> {
    const names = await act('feedback:findNames', { text }, () => {});
    onChange(
      withoutNames(
        text,
        (names ?? []).filter((one) => one.words === words),
      ),
    );
  }

  const open = found.filter((one) => !kept.includes(one.words) && text.includes(one.words));
  return {
    /** The first name that nobody has said is none. */
    first: open[0] ?? null,
    others: new Set(open.map((one) => one.words)).size - 1,
    replace,
    keep: (words: string) => setKept([...kept, words]),
  };
}
