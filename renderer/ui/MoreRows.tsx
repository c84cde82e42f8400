import { startTransition, useEffect, useRef } from 'react';
import { LinkButton } from './LinkButton.tsx';

type MoreRowsProps = {
  /** How many are not drawn yet. */
  readonly hidden: number;
  readonly step: number;
  readonly onMore: () => void;
};

const near = '600px 0px';

/**
 * The end of a list of which only the beginning is drawn: a button for the next of it, which presses itself when it
 * comes near. What is not drawn costs nothing while somebody types in a filter.
 */
export function MoreRows({ hidden, step, onMore }: MoreRowsProps) {
  const ref = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const place = ref.current;
    if (!place || hidden === 0) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) startTransition(onMore);
      },
      { rootMargin: near, scrollMargin: near },
    );
    watch.observe(place);
    return () => watch.disconnect();
  }, [hidden, onMore]);

  if (hidden <= 0) return null;
  return (
    <p ref={ref} className="more-rows">
      <LinkButton onClick={onMore}>
        Show {Math.min(hidden, step)} more of {hidden.toLocaleString('en-GB')} not shown
      </LinkButton>
    </p>
  );
}
