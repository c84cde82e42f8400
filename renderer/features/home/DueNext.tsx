import { nextOccurrence } from '../../../shared/domain/repeating.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import { countWorkingDays, workCalendar } from '../../../shared/domain/working-days.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';

/** How many deadlines lie ahead in sight. */
const shown = 5;

/** The next deadlines with the working days left to each; nothing where none lies ahead. */
export function DueNext({ view, today }: { readonly view: EngagementView; readonly today: IsoDate }) {
  const goTo = useStore((state) => state.goTo);
  const calendar = workCalendar(view.closureDays);
  const ahead = view.deadlines
    .flatMap((one) =>
      one.falls === null || one.isDone
        ? []
        : [{ ...one, next: nextOccurrence(one.falls, one.repeats, today) }],
    )
    .filter(({ next }) => next > today)
    .sort((a, b) => (a.next < b.next ? -1 : 1));
  if (ahead.length === 0) return null;
  return (
    <Section
      title="Days to each deadline"
      action={<LinkButton onClick={() => goTo({ name: 'engagement' })}>All dates</LinkButton>}
    >
      <ol className="home-due">
        {ahead.slice(0, shown).map((one) => {
          const { days } = countWorkingDays(today, one.next, calendar);
          return (
            <li key={one.id}>
              <span className="home-due-days num">{days}</span>
              <span>
                <LinkButton
                  onClick={() => goTo({ name: one.isFollowUp ? 'after' : 'engagement', deadlineId: one.id })}
                >
                  {one.title}
                </LinkButton>
                <span className="table-second">
                  {days === 1 ? 'working day' : 'working days'}, {formatDayShort(one.next)}
                  {one.next.slice(0, 4) === today.slice(0, 4) ? '' : ` ${one.next.slice(0, 4)}`}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
