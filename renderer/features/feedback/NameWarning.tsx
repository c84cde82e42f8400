import { UserX } from 'lucide-react';
import { Banner } from '../../ui/Banner.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useNamesFound } from './useNamesFound.ts';

/** Says that a name stands in the text, and offers the role or the code instead. */
export function NameWarning({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const { first, others, replace, keep } = useNamesFound(text, onChange);
  if (!first) return null;
  return (
    <Banner
      tone="warn"
      icon={UserX}
      role="status"
      actions={
        <span className="feedback-name-actions">
          <LinkButton onClick={() => void replace(first.words)}>Change to “{first.replacement}”</LinkButton>
          <LinkButton onClick={() => keep(first.words)}>Not a name</LinkButton>
        </span>
      }
    >
      “{first.words}” may be a person’s name. Feedback is kept by role, never by name.
      {others > 0 && ` ${others} more to look at.`}
    </Banner>
  );
}
