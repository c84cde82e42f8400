import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AppShell } from '../../renderer/ui/shell/AppShell.tsx';
import { UiProvider } from '../../renderer/ui/UiProvider.tsx';
import { ButtonsPage } from './ButtonsPage.tsx';
import { DialogsPage } from './DialogsPage.tsx';
import { FieldsPage } from './FieldsPage.tsx';
import { FirstPage } from './FirstPage.tsx';
import { MarksPage } from './MarksPage.tsx';
import { navActions, navGroups, statusItems } from './sample-shell.ts';
import { TablePage } from './TablePage.tsx';
import { WeekPage } from './WeekPage.tsx';

const pages = {
  week: <WeekPage />,
  table: <TablePage />,
  buttons: <ButtonsPage />,
  fields: <FieldsPage />,
  marks: <MarksPage />,
  dialogs: <DialogsPage />,
} as const;

const query = new URLSearchParams(window.location.search);
const view = query.get('view') ?? 'week';
document.documentElement.dataset.theme = query.get('theme') ?? 'system';

function Gallery() {
  const [current, setCurrent] = useState(view);
  const [areCoded, setCoded] = useState(false);
  if (current === 'first') return <FirstPage />;
  const page = pages[current as keyof typeof pages] ?? pages.week;
  return (
    <AppShell
      titleBar={{
        name: 'Aldermere area SEND inspection',
        marking: 'OFFICIAL-SENSITIVE',
        onCommand: () => setCurrent('dialogs'),
        areNamesCoded: areCoded,
        onNamesCoded: setCoded,
        onLock: () => setCurrent('first'),
      }}
      nav={{ groups: navGroups, current, onNavigate: setCurrent, actions: navActions(setCurrent) }}
      status={{
        items: statusItems,
        lastChange: 'Moved “Early years and health visiting”',
        onUndo: () => setCurrent('week'),
      }}
    >
      {page}
    </AppShell>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider>
        <Gallery />
      </UiProvider>
    </StrictMode>,
  );
}
