import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayMonth } from '../../../shared/domain/time-words.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { useStore } from '../../state/store.ts';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** The phases in order, the current one marked in words as well as by its line. */
export function PhaseStrip({ view, today }: { readonly view: EngagementView; readonly today: IsoDate }) {
  const goTo = useStore((state) => state.goTo);
  const dated = view.phases.filter((phase) => phase.from !== null && phase.to !== null);
  if (dated.length === 0) return null;
  const over = dated.filter((phase) => (phase.to ?? '') < today);
  const isLong = over.length > 2;
  return (
    <ol className="home-phases" aria-label="Phases">
      {isLong && (
        <li className="home-phase home-phase-past">
          <span className="home-phase-title">{over.length} phases are over</span>
          <LinkButton onClick={() => goTo({ name: 'engagement' })}>All dates</LinkButton>
        </li>
      )}
      {(isLong ? dated.filter((phase) => !over.includes(phase)) : dated).map((phase) => {
        const isNow = (phase.from ?? '') <= today && today <= (phase.to ?? '');
        const isPast = (phase.to ?? '') < today;
        return (
          <li
            key={phase.id}
            className={classNames('home-phase', isNow && 'home-phase-now', isPast && 'home-phase-past')}
            aria-current={isNow ? 'step' : undefined}
          >
            <span className="home-phase-title">{phase.title}</span>
            <span className="num type-small text-2">
              {phase.from && formatDayMonth(phase.from)}
              {phase.from !== phase.to && phase.to && ` to ${formatDayMonth(phase.to)}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
