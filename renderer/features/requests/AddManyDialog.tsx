import { useEffect, useMemo, useState } from 'react';
import { guessSector } from '../../../shared/domain/import/guess-sector.ts';
import type { InformationRequest } from '../../../shared/domain/request.ts';
import { readPastedRequests } from '../../../shared/domain/request-paste.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import { today as todayAt } from '../../../shared/domain/time.ts';
import { type ClockStyle, formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { StandingRequest } from '../../../shared/ipc/requests.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NearList } from '../../ui/NearList.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { AskedByField, MeetingField } from './RequestFields.tsx';
import { blankRequest } from './request-draft.ts';

type From = 'text' | 'standing';
type NewRequest = ChannelInput<'requests:addRequests'>['requests'][number];

/** Adds many requests at once: each line of a pasted e-mail or list, or what the framework usually asks for, ticked and confirmed. */
export function AddManyDialog({ onClose }: { readonly onClose: () => void }) {
  const showDone = useStore((state) => state.showDone);
  const clock = useStore((state) => state.settings.clock);
  const { failure, save } = useSaving();
  const now = useNow();
  const today = todayAt(now);
  const [from, setFrom] = useState<From>('text');
  const [text, setText] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [askedBy, setAskedBy] = useState('');
  const [meetingId, setMeetingId] = useState<InformationRequest['meetingId']>(null);
  const standing = useStanding();
  const pasted = useMemo(() => readPastedRequests(text, today), [text, today]);
  const found: readonly NewRequest[] =
    from === 'standing'
      ? standing.map((one) => ({ ...blankRequest, ...one, askedAt: null }))
      : pasted.requests.map((one) => ({
          ...{ ...blankRequest, ...one, askedBy, meetingId, askedAt: now },
          ownerSector: guessSector({ organisation: '', role: one.wording }),
        }));
  const proposals = found.map((one, at) => ({ key: `${from} ${at} ${one.title}`, one }));
  const chosen = proposals.filter(({ key }) => !left.has(key)).map(({ one }) => one);

  async function add() {
    if (chosen.length === 0) return;
    const saved = await save('requests:addRequests', { requests: chosen });
    if (!saved) return;
    showDone(saved.value.added === 1 ? 'Added 1 request' : `Added ${saved.value.added} requests`);
    onClose();
  }

  return (
    <FormDialog
      title="Add many requests"
      size="wide"
      saveLabel={addLabel(chosen.length)}
      unavailable={chosen.length === 0 && whyNone(from, text, proposals.length)}
      problem={failure && sentenceFor(failure)}
      onSave={() => void add()}
      onClose={onClose}
    >
      <Segmented<From>
        label="Where they come from"
        options={[
          { value: 'text', label: 'Pasted text' },
          { value: 'standing', label: 'Standing list', count: standing.length },
        ]}
        value={from}
        onChange={setFrom}
      />
      {from === 'text' && (
        <>
          <TextArea
            data-autofocus
            label="E-mail or list"
            hint="Each numbered item, bullet or line becomes one request. Nothing is added until you confirm."
            rows={6}
            value={text}
            maxLength={50_000}
            onChange={setText}
          />
          <div className="form-grid">
            <AskedByField value={askedBy} onChange={setAskedBy} />
            <MeetingField value={meetingId} onChange={setMeetingId} />
          </div>
        </>
      )}
      {from === 'standing' && standing.length === 0 && (
        <p className="text-2">Every request of the framework’s standing list is here already.</p>
      )}
      {proposals.length > 0 && (
        <NearList className="requests-proposals" items={proposals} itemKey={({ key }) => key} usual={48}>
          {({ key, one }) => (
            <Checkbox
              label={
                <>
                  {one.reference && <span className="num text-3">{one.reference} </span>}
                  {one.title}
                </>
              }
              hint={factsOf(one, clock)}
              isChecked={!left.has(key)}
              onChange={(isChecked) => {
                const next = new Set(left);
                if (isChecked) next.delete(key);
                else next.add(key);
                setLeft(next);
              }}
            />
          )}
        </NearList>
      )}
      {from === 'text' && pasted.left.length > 0 && (
        <Disclosure summary={`${pasted.left.length} lines not taken for requests`}>
          <ul className="requests-left">
            {pasted.left.map((line) => (
              <li key={line} className="text-2">
                {line}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </FormDialog>
  );
}

const addLabel = (count: number): string =>
  count === 0 ? 'Add requests' : count === 1 ? 'Add 1 request' : `Add ${count} requests`;

function whyNone(from: From, text: string, proposed: number): string {
  if (proposed > 0) return 'Tick at least one.';
  if (from === 'standing') return 'There is nothing left to add.';
  return text.trim() === '' ? 'Paste an e-mail or a list first.' : 'No request was found in this text.';
}

function useStanding(): readonly StandingRequest[] {
  const act = useStore((state) => state.act);
  const [standing, setStanding] = useState<readonly StandingRequest[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void act('requests:readStandingRequests', {}).then((answer) => {
      if (isCurrent && answer) setStanding(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [act]);
  return standing;
}

function factsOf(
  { ownerSector, dueOn, dueAt, wording, title }: NewRequest,
  clock: ClockStyle,
): string | undefined {
  const due =
    dueOn === null
      ? ''
      : `due ${formatDayShort(dueOn)}${dueAt === null ? '' : `, ${formatTime(dueAt, clock)}`}`;
  const facts = [ownerSector ? SECTOR_LABELS[ownerSector] : '', due].filter(Boolean).join(', ');
  const words =
    wording && wording !== title ? `“${wording.slice(0, 160)}${wording.length > 160 ? '...' : ''}”` : '';
  return [words, facts].filter(Boolean).join(' ') || undefined;
}
