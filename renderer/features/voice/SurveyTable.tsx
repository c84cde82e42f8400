import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import {
  type Survey,
  type SurveyState,
  shareOf,
  standingFinder,
  surveyGroupLabels,
  surveyPhase,
} from '../../../shared/domain/voice.ts';
import type { VoiceView } from '../../../shared/ipc/voice.ts';
import { useDocumentTitle } from '../../people/DocumentField.tsx';
import { useNames } from '../../people/useNames.ts';
import { rowWith } from '../../state/row-with.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import { AnswerLine } from './AnswerLine.tsx';
import { SurveyDialog } from './SurveyDialog.tsx';

const status: Readonly<Record<SurveyState, Status>> = {
  'no-dates': 'none',
  waiting: 'waiting',
  open: 'ok',
  broken: 'bad',
  closed: 'not-applicable',
};

/** Each survey with its window, where it stands, and how many have answered. */
export function SurveyTable({
  view,
  now,
  openId,
}: {
  readonly view: VoiceView;
  readonly now: IsoInstant;
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const documentTitle = useDocumentTitle();
  const act = useStore((state) => state.act);
  const hasPhase = useStore((state) => surveyPhase(state.data.engagement?.phases ?? []) !== undefined);
  const [editing, setEditing] = useState<Survey | 'new' | null>(rowWith(view.surveys, openId));
  const standing = useMemo(() => standingFinder(view.log, now), [view.log, now]);
  return (
    <Section
      title="Surveys"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add survey...
        </Button>
      }
    >
      <DataTable
        label="Surveys"
        rows={view.surveys}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState
            title="No survey yet"
            inline
            action={
              hasPhase && (
                <Button size="small" icon={Plus} onClick={() => void act('voice:addUsualSurveys', {})}>
                  Add the surveys of the inspection
                </Button>
              )
            }
          >
            Inspectors’ surveys are open for a few days only. Add one for each group, with the day it closes
            and how many answers you hope for, and write down the count as it grows.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'Survey',
            name: true,
            cell: ({ title, documentId, sentBy }) => (
              <>
                {names.withoutNames(title)}
                <span className="table-second">
                  {documentTitle(documentId) || (sentBy && `Sent by ${names.withoutNames(sentBy)}`)}
                </span>
              </>
            ),
          },
          { id: 'group', head: 'Who answers', width: '13rem', cell: ({ group }) => surveyGroupLabels[group] },
          {
            id: 'window',
            head: 'Open',
            width: '11rem',
            sortBy: ({ closesOn }) => closesOn,
            cell: ({ opensOn, closesOn, closesAt }) => (
              <>
                <span className="nowrap">{opensOn ? formatDayShort(opensOn) : 'No day yet'}</span>
                <span className="table-second">
                  {closesOn &&
                    `to ${formatDayShort(closesOn)}${closesAt === null ? '' : `, ${formatTime(closesAt, clock)}`}`}
                </span>
              </>
            ),
          },
          {
            id: 'state',
            head: 'State',
            width: '13rem',
            cell: (survey) => {
              const { state, words } = standing(survey);
              return <StatusMark status={status[state]}>{words}</StatusMark>;
            },
          },
          {
            id: 'answers',
            head: 'Answers',
            width: '10rem',
            sortBy: (survey) => standing(survey).answers,
            cell: (survey) => (
              <>
                <span className="num">
                  {shareOf(standing(survey).answers, survey.target) || 'No count yet'}
                </span>
                <AnswerLine survey={survey} log={view.log} />
              </>
            ),
          },
        ]}
      />
      {editing && (
        <SurveyDialog
          survey={editing === 'new' ? null : editing}
          view={view}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
