import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import { backupSentence, problemWords } from '../../state/backup-words.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { BackupList } from './BackupList.tsx';
import { BackupRuleDialog } from './BackupRuleDialog.tsx';

/** Where backups of this engagement go, how long they stay, the newest one, and the way back from one. */
export function BackupSection() {
  const view = useStore((state) => state.backups);
  const clock = useStore((state) => state.settings.clock);
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [isRuling, setRuling] = useState(false);
  const when = { now: useNow(), clock };
  if (!view) return null;
  if (!view.isKept) {
    return (
      <Section title="Backups" ruled>
        <p className="text-2">The sample is made afresh each time it is opened, so it is not backed up.</p>
      </Section>
    );
  }
  const isBusy = view.doing !== null && 'Wait until what is being done is done.';
  const noneYet = view.lastAt === null && 'There is no backup yet.';

  async function rehearse() {
    const done = await act('backups:rehearseRestore', {});
    if (!done) return;
    const read = done.documents === 1 ? '1 document' : `${done.documents} documents`;
    showDone(`The newest backup was restored, opened and read to the end: ${read}, everything whole.`);
  }

  return (
    <Section title="Backups" ruled>
      <div className="stack">
        {view.folder === null ? (
          <Banner tone="warn" title="This engagement is not backed up.">
            Choose a folder on a USB stick or a network drive. Backups are encrypted as the file is.
          </Banner>
        ) : (
          <p aria-live="polite">
            {view.doing === 'backup' ? 'Making a backup now. ' : ''}
            {view.doing === 'rehearsal' ? 'Rehearsing a restore now. ' : ''}
            {backupSentence(view, when)}
          </p>
        )}
        {view.problem && (
          <Banner tone="warn" title={`${problemWords(view.problem)}.`}>
            It is tried again by itself. Nothing else waits for it.
          </Banner>
        )}
        <SummaryList
          rows={[
            {
              term: 'Folder',
              value: view.folder && (
                <>
                  {view.folder}
                  {view.isSameDrive && (
                    <span className="table-second">
                      On the same drive as the engagement: if that fails, both are lost.
                    </span>
                  )}
                </>
              ),
              none: 'None chosen',
              action: (
                <Button
                  size="small"
                  unavailable={isBusy}
                  hideReason
                  onClick={() => void act('backups:chooseFolder', {})}
                >
                  Choose...<span className="visually-hidden"> the folder for backups</span>
                </Button>
              ),
            },
            {
              term: 'When',
              value: 'On opening, and each hour in which something was changed',
            },
            {
              term: 'Kept',
              value: ruleWords(view.rule),
              action: (
                <Button size="small" onClick={() => setRuling(true)}>
                  Change...<span className="visually-hidden"> how long backups are kept</span>
                </Button>
              ),
            },
          ]}
        />
        {view.folder !== null && (
          <div className="row row-wrap">
            <Button unavailable={isBusy} hideReason onClick={() => void act('backups:backUpNow', {})}>
              Back up now
            </Button>
            <Button unavailable={noneYet || isBusy} hideReason onClick={() => void rehearse()}>
              Rehearse a restore
            </Button>
          </div>
        )}
        <BackupList backups={view.backups} />
      </div>
      {isRuling && <BackupRuleDialog rule={view.rule} onClose={() => setRuling(false)} />}
    </Section>
  );
}

function ruleWords({ hours, days, weeks }: { hours: number; days: number; weeks: number }): string {
  const words = `The newest of each of the last ${counted(hours, 'hour')} and ${counted(days, 'day')}`;
  return weeks === 0 ? words : `${words}, and of ${counted(weeks, 'week')}`;
}
