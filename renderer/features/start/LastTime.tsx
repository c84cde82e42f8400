import type { ChosenTemplate } from '../../../shared/ipc/vault.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** Offers to start from what an engagement before left for this one, and says what a chosen template holds. */
export function LastTime({
  template,
  onChoose,
  onDrop,
}: {
  readonly template: ChosenTemplate | null;
  readonly onChoose: () => void;
  readonly onDrop: () => void;
}) {
  if (!template) {
    return (
      <div className="row row-wrap">
        <Button size="small" onClick={onChoose}>
          Start from last time’s template...
        </Button>
        <span className="type-small text-2">Its timetable, requests, checklists, lessons and findings.</span>
      </div>
    );
  }
  const { meetings, requests, lessons, findings } = template;
  return (
    <div className="row row-wrap">
      <StatusMark status="ok">
        Last time’s template: {meetings} meetings, {requests} requests, {lessons} lessons, {findings} findings
      </StatusMark>
      <LinkButton onClick={onDrop}>Start without it</LinkButton>
    </div>
  );
}
