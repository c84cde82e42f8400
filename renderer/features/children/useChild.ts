import { useEffect, useState } from 'react';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useStore } from '../../state/store.ts';

/** One child with the name, read for as long as its page is open and again with every change; `null` until it is there. */
export function useChild(childId: string): { readonly view: ChildPageView | null; readonly isGone: boolean } {
  const children = useStore((state) => state.data.children);
  const act = useStore((state) => state.act);
  const [view, setView] = useState<ChildPageView | null>(null);
  const isGone = children !== null && !children.children.some((child) => child.id === childId);

  useEffect(() => {
    if (!children || isGone) return;
    let isCurrent = true;
    void act('children:readChild', { id: childId }).then((answer) => {
      if (isCurrent && answer) setView(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [act, childId, children, isGone]);

  return { view: view?.child.id === childId && !isGone ? view : null, isGone };
}
