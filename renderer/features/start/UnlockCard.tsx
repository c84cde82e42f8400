import { KeyRound, Lock, LockOpen } from 'lucide-react';
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import type { RecentFile } from '../../../shared/ipc/vault.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextField } from '../../ui/TextField.tsx';

const NewestBackup = lazy(() => import('./NewestBackup.tsx').then((m) => ({ default: m.NewestBackup })));

/** Unlocks one file with its passphrase, or with the key of its recovery sheet. */
export function UnlockCard({
  file,
  canRemember,
  onOther,
}: {
  readonly file: RecentFile;
  readonly canRemember: boolean;
  /** Another file is to be unlocked in its place. */
  readonly onOther: (file: RecentFile) => void;
}) {
  const act = useStore((state) => state.act);
  const readVault = useStore((state) => state.readVault);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isRecovering, setRecovering] = useState(false);
  const [remember, setRemember] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isDamaged, setDamaged] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  async function unlockRemembered() {
    const answer = await act('vault:openRemembered', { token: file.token }, (failure) =>
      setError(sentenceFor(failure)),
    );
    if (answer?.opened) await readVault();
    else if (answer) setError('It is no longer remembered here. Use the passphrase.');
  }

  async function unlock(event: FormEvent) {
    event.preventDefault();
    if (isBusy || secret === '') return;
    setBusy(true);
    let failed: AppFailure | null = null;
    const onFailure = (failure: AppFailure) => {
      failed = failure;
    };
    if (isRecovering)
      await act('vault:openWithRecoveryKey', { token: file.token, recoveryKey: secret }, onFailure);
    else await act('vault:openEngagement', { token: file.token, passphrase: secret, remember }, onFailure);
    setBusy(false);
    if (!failed) return readVault();
    setDamaged((failed as AppFailure).code === 'vault/damaged');
    setError(sentenceFor(failed));
    field.current?.focus();
    field.current?.select();
  }

  return (
    <form
      className="start-unlock"
      onSubmit={(event) => void unlock(event)}
      aria-label={`Unlock ${file.title}`}
    >
      <div className="start-unlock-head">
        <Lock aria-hidden />
        <div>
          <div className="type-item">{file.title}</div>
          <div className="type-small text-2">{[file.kind, file.folder].filter(Boolean).join('. ')}</div>
        </div>
      </div>
      <div className="start-unlock-row">
        <TextField
          ref={field}
          label={isRecovering ? 'Recovery key, 64 digits' : 'Passphrase'}
          type={isRecovering ? 'text' : 'password'}
          autoComplete={isRecovering ? 'off' : 'current-password'}
          value={secret}
          onChange={(value) => {
            setSecret(value);
            setError(null);
          }}
          error={error}
          autoFocus
        />
        <Button type="submit" kind="primary" size="large">
          {isBusy ? 'Unlocking' : 'Unlock'}
        </Button>
      </div>
      {isDamaged && (
        <Suspense fallback={null}>
          <NewestBackup file={file} onOpened={onOther} />
        </Suspense>
      )}
      <div className="start-unlock-foot">
        <LinkButton icon={KeyRound} onClick={() => setRecovering(!isRecovering)}>
          {isRecovering ? 'Use the passphrase' : 'Use the recovery sheet'}
        </LinkButton>
        {canRemember && file.isRemembered && (
          <LinkButton icon={LockOpen} onClick={() => void unlockRemembered()}>
            Unlock as remembered on this computer
          </LinkButton>
        )}
        {canRemember && !isRecovering && (
          <Checkbox label="Remember on this computer" isChecked={remember} onChange={setRemember} />
        )}
      </div>
    </form>
  );
}
