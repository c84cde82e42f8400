import { memo, type ReactNode, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { ClashEntry } from './ClashEntry.tsx';
import {
  dayOfClash,
  isOpenClash,
  isOpenWarning,
  type ShownClash,
  type Timetable,
} from './timetable-model.ts';
import { countClashes, countWarnings } from './timetable-words.ts';
import type { MeetingActions } from './useMeetingActions.ts';

const clashesShown = 12;
const warningsShown = 6;

/** What is wrong on the shown day, or on all days: clashes to settle first, then warnings, then what was accepted. */
export const ClashList = memo(function ClashList({
  timetable,
  day,
  actions,
}: {
  readonly timetable: Timetable;
  /** Null for every day. */
  readonly day: IsoDate | null;
  readonly actions: MeetingActions;
}) {
  const [isAll, setAll] = useState(false);
  const only = isAll ? null : day;
  const shown = timetable.clashes.filter((clash) => only === null || dayOfClash(clash, timetable) === only);
  const clashes = shown.filter(isOpenClash);
  const warnings = shown.filter(isOpenWarning);
  const accepted = shown.filter((clash) => clash.acknowledgement !== null);
  const elsewhere = timetable.clashes.filter(isOpenClash).length - clashes.length;
  const entry = (clash: ShownClash) => (
    <ClashEntry
      key={clash.key}
      timetable={timetable}
      clash={clash}
      withDay={only === null}
      actions={actions}
    />
  );

  return (
    <>
      <Section
        ruled
        title={clashes.length === 0 ? 'No clashes' : `${countClashes(clashes.length)} to settle`}
        tone={clashes.length === 0 ? 'ok' : 'bad'}
        fact={only === null ? 'All days' : undefined}
        action={
          day !== null && (elsewhere > 0 || isAll) ? (
            <LinkButton onClick={() => setAll(!isAll)}>
              {isAll ? 'This day only' : `${elsewhere} on other days`}
            </LinkButton>
          ) : undefined
        }
      >
        {clashes.length > 0 ? (
          <Entries clashes={clashes} limit={clashesShown} entry={entry} />
        ) : (
          <p className="text-2">
            {only === null
              ? 'Nobody is in two places, and no room is booked twice.'
              : `Nobody is in two places on ${formatDayLong(only)}, and no room is booked twice.`}
          </p>
        )}
      </Section>
      {warnings.length > 0 && (
        <Section ruled tone="warn" title={countWarnings(warnings.length)}>
          <Entries clashes={warnings} limit={warningsShown} entry={entry} />
        </Section>
      )}
      {accepted.length > 0 && (
        <div className="timetable-accepted">
          <Disclosure summary={`Acknowledged, ${accepted.length}`}>
            <Entries clashes={accepted} limit={clashesShown} entry={entry} />
          </Disclosure>
        </div>
      )}
    </>
  );
});

/** The first of them, and as many again each time more are asked for. */
function Entries({
  clashes,
  limit,
  entry,
}: {
  readonly clashes: readonly ShownClash[];
  readonly limit: number;
  readonly entry: (clash: ShownClash) => ReactNode;
}) {
  const [shown, setShown] = useState(limit);
  const hidden = clashes.length - shown;
  return (
    <>
      <ul className="timetable-clashes">{clashes.slice(0, shown).map(entry)}</ul>
      {hidden > 0 && (
        <LinkButton onClick={() => setShown(shown + limit * 2)}>Show more of {hidden} not shown</LinkButton>
      )}
    </>
  );
}
