import { daysBetween, today } from '../../../shared/domain/time.ts';
import type { Survey, SurveyEntry } from '../../../shared/domain/voice.ts';

const width = 120;
const height = 20;

/** How the answers grew, as a small line under the count that says the same in words. */
export function AnswerLine({
  survey,
  log,
}: {
  readonly survey: Survey;
  readonly log: readonly SurveyEntry[];
}) {
  const counts = log.filter(({ surveyId, kind }) => surveyId === survey.id && kind === 'count');
  const [first] = counts;
  const last = counts.at(-1);
  if (!first || !last || counts.length < 2) return null;
  const from = survey.opensOn ?? today(first.at);
  const days = Math.max(1, daysBetween(from, survey.closesOn ?? today(last.at)));
  const most = Math.max(survey.target ?? 0, ...counts.map(({ count }) => count ?? 0), 1);
  const points = counts.map(({ at, count }) => {
    const x = Math.min(1, Math.max(0, daysBetween(from, today(at)) / days)) * width;
    return `${x.toFixed(1)},${(height - ((count ?? 0) / most) * (height - 2) - 1).toFixed(1)}`;
  });
  return (
    <svg className="answer-line" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {survey.target !== null && (
        <line
          className="answer-target"
          x1="0"
          x2={width}
          y1={height - (survey.target / most) * (height - 2) - 1}
          y2={height - (survey.target / most) * (height - 2) - 1}
        />
      )}
      <polyline points={points.join(' ')} />
    </svg>
  );
}
