import type { FeedbackDraft } from '../../state/feedback-draft.ts';

/** What every part of the capture form is handed. */
export type FieldsProps = {
  readonly draft: FeedbackDraft;
  readonly onChange: (patch: Partial<FeedbackDraft>) => void;
};
