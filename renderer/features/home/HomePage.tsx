import { londonWallTime } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Page, PageBody, PageHead, PageSplit } from '../../ui/Page.tsx';
import { AtAGlance } from './AtAGlance.tsx';
import { BackupBanner } from './BackupBanner.tsx';
import { ChildrenStrip } from './ChildrenStrip.tsx';
import { DaysLeft } from './DaysLeft.tsx';
import { DueNext } from './DueNext.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { NowAndNext } from './NowAndNext.tsx';
import { PhaseStrip } from './PhaseStrip.tsx';
import { ReadyBoard } from './ReadyBoard.tsx';
import { RequestsBySector } from './RequestsBySector.tsx';

/** The week at a glance: where we are, what is on, and what needs somebody today. Each line leads to the thing. */
export function HomePage() {
  const engagement = useStore((state) => state.data.engagement);
  const now = useNow();
  const today = londonWallTime(now);
  if (!engagement) return null;
  const phase = engagement.phases.find(
    (one) => one.from && one.to && one.from <= today.date && today.date <= one.to,
  );
  const isUndated = engagement.engagement.anchorDate === null;
  return (
    <Page>
      <PageSplit panel={<NeedsYou today={today} />}>
        <PageHead
          title={formatDayLong(today.date)}
          fact={[isUndated ? 'Getting ready' : phase?.title, engagement.frameworkName]
            .filter(Boolean)
            .join('. ')}
          actions={<DaysLeft view={engagement} today={today.date} />}
        />
        <PageBody>
          <BackupBanner />
          {isUndated ? (
            <ReadyBoard today={today.date} />
          ) : (
            <>
              <PhaseStrip view={engagement} today={today.date} />
              <FirstSteps />
              <NowAndNext today={today} />
              <AtAGlance today={today.date} />
              <ChildrenStrip today={today.date} />
              <RequestsBySector today={today.date} />
              <DueNext view={engagement} today={today.date} />
            </>
          )}
        </PageBody>
      </PageSplit>
    </Page>
  );
}
