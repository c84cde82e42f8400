import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../renderer/ui/Button.tsx';
import { DataTable } from '../../renderer/ui/DataTable.tsx';
import { EmptyState } from '../../renderer/ui/EmptyState.tsx';
import { MenuButton } from '../../renderer/ui/Menu.tsx';
import { Page, PageBody, PageHead, PageSplit, ToolBar } from '../../renderer/ui/Page.tsx';
import { SearchBox } from '../../renderer/ui/SearchBox.tsx';
import { Section } from '../../renderer/ui/Section.tsx';
import { Segmented } from '../../renderer/ui/Segmented.tsx';
import { SidePanel } from '../../renderer/ui/SidePanel.tsx';
import { SummaryList } from '../../renderer/ui/SummaryList.tsx';
import type { Column } from '../../renderer/ui/table-rows.ts';
import { type Paper, papers } from './sample-rows.tsx';

const columns: readonly Column<Paper>[] = [
  { id: 'state', head: 'State', cell: (row) => row.state, width: '9rem' },
  {
    id: 'title',
    head: 'Document',
    name: true,
    sortBy: (row) => row.title,
    cell: (row) => (
      <>
        {row.title} {row.note && <span className="text-3">{row.note}</span>}
      </>
    ),
  },
  { id: 'owner', head: 'Owner', cell: (row) => row.owner },
  { id: 'due', head: 'Due', cell: (row) => row.due, sortBy: (row) => row.due },
  { id: 'pages', head: 'Pages', number: true, cell: (row) => row.pages, sortBy: (row) => row.pages },
  {
    id: 'more',
    head: 'Actions',
    headHidden: true,
    actions: true,
    cell: (row) => (
      <MenuButton
        label={`More for ${row.title}`}
        icon={Ellipsis}
        iconOnly
        kind="quiet"
        size="small"
        entries={[{ id: 'open', label: 'Open', onPress: () => undefined }]}
      />
    ),
  },
];

/** Tables: group rows, sorting, ticking, a selected row, and one with nothing in it. */
export function TablePage() {
  const [selected, setSelected] = useState<string | null>('p3');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(['p1', 'p4']));
  const [view, setView] = useState('all');
  const [text, setText] = useState('');
  return (
    <Page>
      <PageHead
        title="Documents"
        fact="8 of 13 ready, 1 overdue"
        actions={
          <Button kind="primary" icon={Plus}>
            Add document...
          </Button>
        }
        ruled
      />
      <ToolBar label="Filter documents">
        <Segmented
          label="Which documents"
          value={view}
          onChange={setView}
          options={[
            { value: 'all', label: 'All', count: 14 },
            { value: 'open', label: 'Not ready', count: 5 },
          ]}
        />
        <SearchBox label="Find in documents" value={text} onChange={setText} keys="Ctrl F" className="push" />
      </ToolBar>
      <PageSplit
        panel={
          <SidePanel title="Annual review 2025" width="20rem" plain onClose={() => setSelected(null)}>
            <SummaryList
              rows={[
                { term: 'Owner', value: 'SEN casework, M Ferris' },
                { term: 'Version', value: 'v2 final' },
                { term: 'Read by', value: null, none: 'Nobody yet' },
              ]}
            />
          </SidePanel>
        }
      >
        <PageBody>
          <DataTable
            label="Documents"
            columns={columns}
            rows={papers.filter((paper) => paper.title.toLowerCase().includes(text.toLowerCase()))}
            rowKey={(row) => row.id}
            groupOf={(row) => ({ id: row.group, title: row.group, fact: '2 of 5' })}
            onOpen={(row) => setSelected(row.id)}
            selectedKey={selected}
            ticked={ticked}
            onTick={setTicked}
            tickLabel={(row) => `Tick ${row.title}`}
            empty={<EmptyState title={`No document matches “${text}”`}>Try fewer letters.</EmptyState>}
          />
          <Section title="Links">
            <EmptyState
              inline
              title="Nothing linked yet"
              action={<Button size="small">Link a document...</Button>}
            >
              Documents linked here go into the pack with this one.
            </EmptyState>
          </Section>
        </PageBody>
      </PageSplit>
    </Page>
  );
}
