import { BellRing, FileSpreadsheet, Plus, UserSquare } from 'lucide-react';
import { useState } from 'react';
import { today as todayAt } from '../../../shared/domain/time.ts';
import type { ChildSummary } from '../../../shared/ipc/children.ts';
import { RegisterExport } from '../../registers/RegisterExport.tsx';
import { useStore } from '../../state/store.ts';
import { useAsked } from '../../state/useAsked.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead } from '../../ui/Page.tsx';
import { Meter } from '../../ui/Progress.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { AskDialog } from './AskDialog.tsx';
import { ChildDialog } from './ChildDialog.tsx';
import { nextMeetingOf } from './child-meetings.ts';
import { consentSummary } from './child-words.ts';
import { MeetingWhen } from './MeetingWhen.tsx';

/** The tracked children by code: consent, how far each file is, what is overdue, and the next meeting. */
export function ChildrenPage() {
  const view = useStore((state) => state.data.children);
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const goTo = useStore((state) => state.goTo);
  const openImport = useStore((state) => state.openImport);
  const now = useNow();
  const [isAdding, setAdding] = useState(false);
  const [isAsking, setAsking] = useState(false);
  useAsked({ child: () => setAdding(true), 'missing-documents': () => setAsking(true) });
  if (!view) return null;

  return (
    <Page>
      <PageHead
        title="Children"
        fact={view.children.length > 0 ? <Facts tracked={view.children} /> : undefined}
        actions={
          view.children.length > 0 && (
            <>
              <RegisterExport kinds={['children', 'consents']} />
              <Button icon={BellRing} onClick={() => setAsking(true)}>
                Ask for what is missing...
              </Button>
              {view.isListKept && <Button onClick={() => goTo({ name: 'cohort' })}>Kept list</Button>}
              <Button icon={FileSpreadsheet} onClick={() => openImport('children')}>
                Import from a list...
              </Button>
              <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
                Add child...
              </Button>
            </>
          )
        }
        ruled
      />
      <PageBody>
        <DataTable
          label="Tracked children"
          rows={view.children}
          rowKey={(child) => child.id}
          onOpen={(child) => goTo({ name: 'child', childId: child.id })}
          twoLine
          empty={
            <EmptyState
              icon={UserSquare}
              title="No child is tracked yet"
              action={
                <span className="row row-wrap">
                  <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
                    Add child...
                  </Button>
                  <Button icon={FileSpreadsheet} onClick={() => openImport('children')}>
                    Import from a list...
                  </Button>
                  {view.isListKept && <Button onClick={() => goTo({ name: 'cohort' })}>Kept list</Button>}
                </span>
              }
            >
              Once the inspectors name the children, add each one. They are called Child A, Child B and on
              from then, and each gets a checklist of documents with dates.
            </EmptyState>
          }
          columns={[
            {
              id: 'child',
              head: 'Child',
              name: true,
              width: '9rem',
              cell: (child) => (
                <>
                  Child {child.code} <span className="text-3">{child.initials}</span>
                </>
              ),
            },
            {
              id: 'consent',
              head: 'Consent',
              cell: (child) => <Consent child={child} />,
            },
            {
              id: 'documents',
              head: 'Documents',
              width: '13rem',
              cell: (child) => <Documents child={child} />,
            },
            {
              id: 'meeting',
              head: 'Next meeting',
              cell: (child) => (
                <MeetingWhen meeting={nextMeetingOf(meetings ?? [], child.id, now)} today={todayAt(now)} />
              ),
            },
            {
              id: 'need',
              head: 'Need and setting',
              cell: (child) => (
                <>
                  {[child.sendStatus, child.need].filter(Boolean).join(', ')}
                  <span className="table-second">{child.setting}</span>
                </>
              ),
            },
          ]}
        />
      </PageBody>
      {isAsking && <AskDialog childId={null} today={todayAt(now)} onClose={() => setAsking(false)} />}
      {isAdding && (
        <ChildDialog
          onClose={() => setAdding(false)}
          onAdded={(childId) => goTo({ name: 'child', childId })}
        />
      )}
    </Page>
  );
}

function Facts({ tracked }: { readonly tracked: readonly ChildSummary[] }) {
  const ready = tracked.filter(({ readiness }) => readiness.mayProceed).length;
  const overdue = tracked.reduce((sum, { readiness }) => sum + readiness.overdue, 0);
  return (
    <>
      <span>{tracked.length === 1 ? '1 child' : `${tracked.length} children`}</span>
      <span>{ready === tracked.length ? 'Consent for all' : `Consent for ${ready}`}</span>
      {overdue > 0 && (
        <StatusMark status="bad">
          {overdue === 1 ? '1 document overdue' : `${overdue} documents overdue`}
        </StatusMark>
      )}
    </>
  );
}

function Consent({ child }: { readonly child: ChildSummary }) {
  const { status, words } = consentSummary(child.readiness.consent);
  return (
    <>
      <span className="children-consent">
        <StatusMark status={status}>{words}</StatusMark>
      </span>
      {!child.readiness.mayProceed && <span className="table-second">Meetings and packs wait for it</span>}
    </>
  );
}

function Documents({ child }: { readonly child: ChildSummary }) {
  const { received, needed, overdue, notApplicable } = child.readiness;
  return (
    <>
      <Meter label={`Documents received for Child ${child.code}`} value={received} total={needed} />
      <span className="table-second">
        {overdue > 0 && (
          <StatusMark status="bad" size="small">
            {overdue} overdue
          </StatusMark>
        )}
        {overdue === 0 && notApplicable > 0 && `${notApplicable} not applicable`}
      </span>
    </>
  );
}
