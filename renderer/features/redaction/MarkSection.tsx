import { Eye, EyeOff, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import {
  type RedactionMark,
  type RedactionReason,
  reasonLabels,
} from '../../../shared/domain/redaction/redaction.ts';
import type { RedactionSummary } from '../../../shared/ipc/redactions.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { reasonOptions, whereWords } from './redaction-words.ts';

/** What is marked, as a list: all that the boxes on the page can do, by keys and clicks; and marking by word or page. */
export function MarkSection({
  redaction,
  marks,
  reason,
  page,
  onShow,
  onWholePage,
}: {
  readonly redaction: RedactionSummary;
  readonly marks: readonly RedactionMark[];
  readonly reason: RedactionReason;
  readonly page: number;
  readonly onShow: (mark: RedactionMark) => void;
  readonly onWholePage: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [word, setWord] = useState('');
  const taken = marks.filter((mark) => !mark.isLeft).length;

  async function markWord(event: FormEvent) {
    event.preventDefault();
    if (word.trim().length < 2) return;
    const answer = await act('redactions:markWord', { id: redaction.id, word, reason });
    if (!answer) return;
    showDone(
      answer.count === 0 ? 'It was not found on any page' : `${counted(answer.count, 'place')} marked`,
    );
    if (answer.count > 0) setWord('');
  }

  return (
    <Section title="Marked" fact={`${taken} taken out, ${marks.length - taken} left`}>
      <form className="redaction-word" onSubmit={(event) => void markWord(event)}>
        <TextField label="A word, name or number" value={word} onChange={setWord} />
        <Button type="submit">Mark everywhere</Button>
      </form>
      <Button size="small" onClick={onWholePage}>
        Take out the whole of page {page}
      </Button>
      <ul className="redaction-list" aria-label="Marked">
        {marks.map((mark) => (
          <MarkRow key={mark.id} mark={mark} onShow={onShow} />
        ))}
      </ul>
    </Section>
  );
}

function MarkRow({
  mark,
  onShow,
}: {
  readonly mark: RedactionMark;
  readonly onShow: (mark: RedactionMark) => void;
}) {
  const act = useStore((state) => state.act);
  const called = `page ${mark.page}, ${whereWords(mark).toLowerCase()}`;
  return (
    <li className={mark.isLeft ? 'redaction-list-left' : undefined}>
      <span className="redaction-list-text">
        <LinkButton onClick={() => onShow(mark)}>
          Page {mark.page}, {whereWords(mark).toLowerCase()}
        </LinkButton>
        <span className="text-2">
          {mark.isLeft ? `Left: ${reasonLabels[mark.reason].toLowerCase()}` : null}
        </span>
      </span>
      {!mark.isLeft && (
        <Select
          label={`Reason, ${called}`}
          labelHidden
          fit
          size="small"
          kind="quiet"
          value={mark.reason}
          options={reasonOptions}
          onChange={(reason) => void act('redactions:editMark', { id: mark.id, reason })}
        />
      )}
      <IconButton
        icon={mark.isLeft ? EyeOff : Eye}
        label={mark.isLeft ? `Take it out: ${called}` : `Leave it as it is: ${called}`}
        size="small"
        onClick={() => void act('redactions:editMark', { id: mark.id, isLeft: !mark.isLeft })}
      />
      <IconButton
        icon={Trash2}
        label={`Remove the mark: ${called}`}
        size="small"
        onClick={() => void act('redactions:removeMarks', { ids: [mark.id] })}
      />
    </li>
  );
}
