import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import { countChanges } from '../../../shared/domain/versions/change-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { VersionsView } from '../../../shared/ipc/versions.ts';
import { hardClashCount } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ChangeChip } from './ChangeTable.tsx';
import { useSeenNames } from './useSeenNames.ts';
import { meetingOf } from './version-words.ts';

/** Gives the draft out as the next version: a note, why each meeting changed, and where replies go. */
export function PublishDialog({
  view,
  onPublished,
  onClose,
}: {
  readonly view: VersionsView;
  readonly onPublished: () => void;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const clashes = useStore((state) => hardClashCount(state.data.timetable));
  const names = useSeenNames();
  const [latest] = view.versions;
  const [note, setNote] = useState('');
  const [organiserEmail, setOrganiserEmail] = useState(latest?.organiserEmail ?? '');
  const [reasonForAll, setReasonForAll] = useState('');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const number = (latest?.number ?? 0) + 1;

  async function publish() {
    const given = view.draftChanges.flatMap(({ meetingId }) => {
      const reason = reasons[meetingId]?.trim() ?? '';
      return reason === '' ? [] : [{ meetingId, reason }];
    });
    const published = await act(
      'versions:publishVersion',
      { note, organiserEmail, reasonForAll, reasons: given },
      (failure) => setProblem(sentenceFor(failure)),
    );
    if (!published) return;
    showDone(`Published version ${published.number}`);
    onPublished();
  }

  return (
    <FormDialog
      title={`Publish version ${number}`}
      fact={latest ? countChanges(view.draftChanges) : 'the first'}
      size="medium"
      saveLabel={`Publish version ${number}`}
      problem={problem}
      onSave={() => void publish()}
      onClose={onClose}
    >
      {clashes > 0 && (
        <Banner tone="warn" title={`${counted(clashes, 'clash is', 'clashes are')} still open.`}>
          They go out as they stand.
        </Banner>
      )}
      <TextField label="Note" optional value={note} onChange={setNote} maxLength={1000} />
      <TextField
        label="Your e-mail"
        hint="Stands in the calendar files as the organiser, so that Outlook updates a meeting and replies reach you."
        optional
        type="email"
        value={organiserEmail}
        onChange={setOrganiserEmail}
        maxLength={254}
      />
      {latest && (
        <>
          <TextField
            label="Reason for all changes"
            hint="Told to everybody who is affected. A change can have its own below."
            optional
            value={reasonForAll}
            onChange={setReasonForAll}
            maxLength={500}
          />
          <Section title="Reason for each change" level={3}>
            <ul className="versions-reasons">
              {view.draftChanges.map((change) => (
                <li key={change.meetingId}>
                  <ChangeChip change={change} />
                  <TextField
                    label={names.text(meetingOf(change)?.title ?? '')}
                    value={reasons[change.meetingId] ?? ''}
                    placeholder={reasonForAll}
                    onChange={(reason) => setReasons({ ...reasons, [change.meetingId]: reason })}
                    maxLength={500}
                  />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </FormDialog>
  );
}
