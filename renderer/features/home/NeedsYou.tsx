import { Check } from 'lucide-react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import type { Page } from '../../state/pages.ts';
import { useStore } from '../../state/store.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { type Ending, type Need, needGroups, needsOf } from './needs.ts';

/** No more of a group than this, so that clashes stay in sight on a laptop; the last line leads to the whole list. */
const shown = 5;

/** What waits for somebody now, most pressing first; each line leads to where it is dealt with. */
export function NeedsYou({ today }: { readonly today: { readonly date: IsoDate } }) {
  const data = useStore((state) => state.data);
  const names = useNames();
  const attendance = useAttendance();
  const needs = needsOf(data, today.date, { childLabel: names.childLabel, attendance });
  const total = needs.overdue.length + needs.today.length + needs.clashes.length;
  return (
    <SidePanel title="Needs you" fact={total === 0 ? '' : `${total} things, ${needs.overdue.length} overdue`}>
      {total === 0 && <StatusMark status="ok">Nothing is overdue, due today or clashing</StatusMark>}
      {needGroups(needs, today.date).map((group) => (
        <NeedList key={group.title} {...group} />
      ))}
    </SidePanel>
  );
}

function NeedList({
  title,
  tone,
  needs,
}: {
  readonly title: string;
  readonly tone?: 'bad';
  readonly needs: readonly Need[];
}) {
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const rest = needs.length - shown;
  const last = needs[shown];
  return (
    <Section title={title} fact={String(needs.length)} {...(tone ? { tone } : {})}>
      <ul className="home-needs">
        {needs.slice(0, shown).map((need) => (
          <li key={need.id} className="home-need-line">
            <button type="button" className="home-need" onClick={() => goTo(need.page)}>
              <span className={classNames('home-need-when num', tone === 'bad' && 'home-need-bad')}>
                {need.when && formatDayShort(need.when.date)}
                {need.when && need.when.minutes !== null && `, ${formatTime(need.when.minutes, clock)}`}
              </span>
              <span>
                <span className="home-need-what">{names.withoutNames(need.what)}</span>
                <span className="type-small text-2">{names.withoutNames(need.who)}</span>
              </span>
            </button>
            {need.ends && <MarkDone ends={need.ends} what={names.withoutNames(need.what)} />}
          </li>
        ))}
        {rest > 0 && last && (
          <li>
            <button
              type="button"
              className="home-need home-need-more"
              onClick={() => goTo(listOf(last.page))}
            >
              And {rest} more
            </button>
          </li>
        )}
      </ul>
    </Section>
  );
}

/** Ends a thing where it is read, in one press; Undo takes it back. */
function MarkDone({ ends, what }: { readonly ends: Ending; readonly what: string }) {
  const act = useStore((state) => state.act);
  function end() {
    switch (ends.kind) {
      case 'deadline':
        return act('engagement:markDeadlineDone', { id: ends.id });
      case 'action':
        return act('plan:saveAction', { ...ends.action, state: 'done', report: '' });
      case 'feedback':
        return act('feedback:editFeedback', { id: ends.id, isActionDone: true });
    }
  }
  return <IconButton icon={Check} size="small" label={`Done: ${what}`} onClick={() => void end()} />;
}

/** The list that a thing stands in, without opening the thing. */
function listOf(page: Page): Page {
  if (page.name === 'child') return { name: 'children' };
  if (page.name === 'people') return { name: 'people', part: 'invitations' };
  return page.name === 'redaction' ? page : { name: page.name };
}
