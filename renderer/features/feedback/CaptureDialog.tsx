import { type KeyboardEvent, useRef, useState } from 'react';
import { londonWallTime } from '../../../shared/domain/time.ts';
import { formatTime } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { attendanceFrom } from '../../people/useAttendance.ts';
import type { FeedbackDraft } from '../../state/feedback-draft.ts';
import { useStore } from '../../state/store.ts';
import type { Capture } from '../../state/store-types.ts';
import { useNow } from '../../state/useNow.ts';
import { useSaving } from '../../state/useSaving.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { isWorthKeeping, nextDraft, startDraft } from './capture-start.ts';
import { FeedbackFields } from './FeedbackFields.tsx';

/** Writes down what is being said, from anywhere, in a few seconds; closed unsaved, the draft is kept. */
export function CaptureDialog() {
  const capture = useStore((state) => state.capture);
  return capture ? <OpenCapture capture={capture} /> : null;
}

function OpenCapture({ capture }: { readonly capture: Capture }) {
  const closeCapture = useStore((state) => state.closeCapture);
  const keepFeedbackDraft = useStore((state) => state.keepFeedbackDraft);
  const showDone = useStore((state) => state.showDone);
  const settings = useStore((state) => state.settings);
  const { failure, save } = useSaving();
  const now = useNow();
  const [draft, setDraft] = useState(() => firstDraft(capture, now));
  const [isTried, setTried] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  function change(patch: Partial<FeedbackDraft>) {
    const next = { ...draft, ...patch };
    setDraft(next);
    keepFeedbackDraft(isWorthKeeping(next) ? next : null);
  }

  async function log(andAnother: boolean) {
    setTried(true);
    if (draft.text.trim() === '') return body.current?.querySelector('textarea')?.focus();
    if (!(await save('feedback:logFeedback', { ...draft, at: null }))) return;
    keepFeedbackDraft(null);
    if (!andAnother) {
      showDone('Feedback logged');
      return closeCapture();
    }
    announce('Feedback logged. Write the next.');
    setDraft(nextDraft(draft));
    setTried(false);
    body.current?.querySelector('textarea')?.focus();
  }

  function logAnotherByKeys(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void log(true);
  }

  return (
    <Dialog
      isOpen
      onClose={closeCapture}
      title="Log feedback"
      fact={
        <span className="feedback-capture-fact">
          <span className="num">{formatTime(londonWallTime(now).minutes, settings.clock)}</span>
          <span className="feedback-capture-keys">
            <Kbd keys="Esc" /> closes, draft is kept
          </span>
        </span>
      }
      onSubmit={() => void log(false)}
      note={
        <Checkbox
          label="Embargoed until publication"
          isChecked={draft.isEmbargoed}
          onChange={(isEmbargoed) => change({ isEmbargoed })}
        />
      }
      foot={
        <>
          <Button kind="quiet" keys="Ctrl Shift Enter" onClick={() => void log(true)}>
            Save and add another
          </Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            Save
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the form, which has a button too */}
      <div ref={body} className="stack" onKeyDown={logAnotherByKeys}>
        {failure && (
          <Banner tone="bad" role="alert">
            {sentenceFor(failure)}
          </Banner>
        )}
        <FeedbackFields
          draft={draft}
          onChange={change}
          error={isTried && draft.text.trim() === '' ? 'Write what was said.' : null}
        />
      </div>
    </Dialog>
  );
}

/** A draft that was kept goes on, with what this capture is about; otherwise a fresh one. */
function firstDraft(capture: Capture, now: string): FeedbackDraft {
  const { feedbackDraft, data } = useStore.getState();
  const fresh = startDraft(capture, {
    meetings: data.timetable?.meetings ?? [],
    people: data.people?.people ?? [],
    entries: data.feedback?.entries ?? [],
    attendance: attendanceFrom(data.attendance),
    now,
  });
  if (!feedbackDraft) return fresh;
  return {
    ...feedbackDraft,
    ...(capture.meetingId ? { meetingId: fresh.meetingId, heardBy: fresh.heardBy } : {}),
    ...(capture.meetingId || capture.childId ? { childId: fresh.childId } : {}),
    ...(capture.hearingId ? { hearingId: fresh.hearingId } : {}),
    ...(capture.criterionId ? { criterionId: fresh.criterionId } : {}),
  };
}
