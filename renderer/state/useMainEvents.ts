import { useEffect } from 'react';
import { assertNever } from '../../shared/assert.ts';
import type { MainEvent } from '../../shared/ipc/contract.ts';
import { onMainEvent } from '../bridge.ts';
import { endJob, showJob } from './jobs.ts';
import { resetAll, useStore } from './store.ts';

/** Keeps the store in step with what the main process says unasked. */
export function useMainEvents(): void {
  useEffect(
    () =>
      onMainEvent((event) => {
        const store = useStore.getState();
        switch (event.type) {
          case 'changed':
            void store.refresh(event.tables);
            return;
          case 'locked': {
            const { settings, facts, notices } = store;
            resetAll();
            // Whoever unlocks it has to know of work that was stopped meanwhile.
            const problems = notices.filter(({ tone }) => tone === 'problem');
            useStore.setState({ settings, facts, notices: problems });
            void useStore.getState().readVault();
            return;
          }
          case 'offered':
            if (store.vault?.state === 'closed') void store.readVault();
            return;
          case 'backups':
            void store.readBackups();
            return;
          case 'damaged':
            useStore.setState({ isDamaged: true });
            return;
          case 'progress': {
            const { type: _, ...job } = event;
            showJob(job);
            return;
          }
          case 'progress-end':
            endJob(event.job);
            return;
          case 'command':
            runCommand(event.command);
            return;
          default:
            assertNever(event, 'every event of the main process is heard');
        }
      }),
    [],
  );
}

type Command = Extract<MainEvent, { type: 'command' }>['command'];

/** Runs what a menu item or a key asks for; nothing while the engagement is locked. */
export function runCommand(command: Command): void {
  const store = useStore.getState();
  if (store.vault?.state !== 'open') return;
  switch (command) {
    case 'lock':
      void store.act('vault:lockEngagement', {});
      return;
    case 'undo':
      void store.act('history:undoLast', {}).then((set) => set && store.showDone(`Undone: ${set.summary}`));
      return;
    case 'redo':
      void store
        .act('history:redoLast', {})
        .then((set) => set && store.showDone(`Done again: ${set.summary}`));
      return;
    case 'log-feedback':
      store.openCapture(store.currentMeetingId ? { meetingId: store.currentMeetingId } : {});
      return;
    case 'add-request':
      store.openRequest({
        meetingId: store.data.timetable?.meetings.find(({ id }) => id === store.currentMeetingId)?.id ?? null,
      });
      return;
    case 'search':
      store.setPaletteOpen(true);
      return;
    default:
      assertNever(command, 'every command does something');
  }
}
