import type { Alternative } from './alternatives.ts';

/** The nearest free places, each a button: its number, when, whose column, and why it is good. */
export function AlternativeList({
  alternatives,
  onTake,
}: {
  readonly alternatives: readonly Alternative[];
  readonly onTake: (alternative: Alternative) => void;
}) {
  return (
    <ul className="timetable-alternatives" aria-label="Nearest free">
      {alternatives.map((alternative) => (
        <li key={alternative.number}>
          <button type="button" className="card timetable-alternative" onClick={() => onTake(alternative)}>
            <span className="timetable-number" aria-hidden>
              {alternative.number}
            </span>
            <span className="timetable-alternative-when num">{alternative.when}</span>
            <span className="timetable-alternative-who">{alternative.who}</span>
            <span className="timetable-alternative-reason">{alternative.reason}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
