import { useState } from 'react';
import { type Lesson, lessonKindLabels, usualAreas } from '../../../shared/domain/lesson.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

const blank: Omit<Lesson, 'id' | 'isEarlier'> = { area: '', kind: 'worked', text: '' };

/** Adds a lesson for the next one, or changes it. */
export function LessonDialog({
  lesson,
  onClose,
}: {
  readonly lesson: Lesson | null;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<typeof blank>(lesson ?? blank);
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    const { area, kind, text } = draft;
    if (text.trim() === '') return;
    if (await save('after:saveLesson', { area, kind, text, id: lesson?.id ?? null })) onClose();
  }

  async function remove() {
    if (lesson && (await save('after:removeLesson', { id: lesson.id }))) onClose();
  }

  return (
    <FormDialog
      size="small"
      title={lesson ? 'Lesson' : 'Add lesson'}
      saveLabel={lesson ? 'Save' : 'Add lesson'}
      problem={failure && sentenceFor(failure)}
      onRemove={lesson && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextArea
        label="What we learnt"
        rows={3}
        maxLength={1000}
        value={draft.text}
        error={isTried && draft.text.trim() === '' ? 'Write what was learnt.' : null}
        onChange={(text) => setDraft({ ...draft, text })}
      />
      <RadioGroup
        label="Kind"
        across
        value={draft.kind}
        options={choicesOf(lessonKindLabels)}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      <SuggestField
        label="Area"
        optional
        maxLength={120}
        value={draft.area}
        suggestions={usualAreas.map((value) => ({ value }))}
        onChange={(area) => setDraft({ ...draft, area })}
      />
    </FormDialog>
  );
}
