import { FileDown, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  type Briefing,
  briefingKindLabels,
  meetingsWithoutBriefing,
} from '../../../shared/domain/governance/briefing.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { paperGroup } from '../../people/export-groups.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { BriefingDialog } from './BriefingDialog.tsx';

/** What members are told before they meet inspectors, which services they see, and how settings are kept up to date. */
export function BriefingTable({ view }: { readonly view: GovernanceView }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const timetable = useStore((state) => state.data.timetable);
  const names = useNames();
  const [editing, setEditing] = useState<Briefing | 'new' | null>(null);
  const meetings = timetable?.meetings ?? [];
  const unbriefed = meetingsWithoutBriefing(meetings, view.briefings);
  const meetingTitle = (id: string | null) => meetings.find((one) => one.id === id)?.title ?? '';
  const save = ({ id }: Briefing) =>
    paperGroup((format) => {
      void act('governance:exportOne', { what: 'briefing', id, format }).then((done) => {
        if (done?.saved) showDone('Saved the briefing');
      });
    });

  return (
    <Section
      title="Briefings, visits and updates"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add briefing...
        </Button>
      }
    >
      {unbriefed.length > 0 && (
        <Banner tone="warn">
          {`No briefing yet for ${unbriefed.map(({ title }) => `“${names.withoutNames(title)}”`).join(', ')}.`}
        </Banner>
      )}
      <DataTable
        label="Briefings"
        rows={view.briefings}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="Nobody is briefed yet" inline>
            Members need a briefing before each meeting with inspectors: what to know, what to get done, what
            to find out. Their visits to services and the updates to settings stand here too.
          </EmptyState>
        }
        columns={[
          {
            id: 'who',
            head: 'Who',
            name: true,
            cell: ({ who, kind }) => (
              <>
                {names.withoutNames(who)}
                <span className="table-second">{briefingKindLabels[kind]}</span>
              </>
            ),
          },
          {
            id: 'about',
            head: 'About',
            cell: ({ service, meetingId }) => names.withoutNames(service || meetingTitle(meetingId)),
          },
          {
            id: 'on',
            head: 'When',
            width: '14rem',
            sortBy: ({ on }) => on,
            cell: ({ on }) => <span className="nowrap">{on ? formatDayLong(on) : ''}</span>,
          },
          { id: 'actions', head: 'To get done', cell: ({ actions }) => names.withoutNames(actions) },
          {
            id: 'information',
            head: 'To find out',
            cell: ({ information }) => names.withoutNames(information),
          },
          {
            id: 'state',
            head: 'State',
            width: '7rem',
            cell: ({ isDone }) => (
              <StatusMark status={isDone ? 'ok' : 'none'}>{isDone ? 'Done' : 'To do'}</StatusMark>
            ),
          },
          {
            id: 'export',
            head: 'Export',
            headHidden: true,
            actions: true,
            cell: (briefing) => (
              <MenuButton
                label={`Export the briefing for ${names.withoutNames(briefing.who)}`}
                icon={FileDown}
                iconOnly
                size="small"
                kind="quiet"
                groups={[save(briefing)]}
              />
            ),
          },
        ]}
      />
      {editing && (
        <BriefingDialog briefing={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
