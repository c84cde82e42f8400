import { FolderSync } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { AddOutcome } from './AddOutcome.tsx';

/** The folder whose new files are taken in by themselves, and what came of the newest; nothing where none is watched. */
export function WatchedFolder() {
  const act = useStore((state) => state.act);
  const watched = useStore((state) => state.data.watched);
  const [closedAt, setClosedAt] = useState<string | null>(null);
  if (!watched?.folder) return null;
  const { folder, isHere, isMissing, files, lastAt } = watched;
  return (
    <>
      <div className="evidence-watched">
        <FolderSync size={16} aria-hidden />
        <span>
          {isHere
            ? `New files in “${folder}” are taken in by themselves.`
            : `New files in “${folder}” are taken in on another computer.`}{' '}
          <LinkButton onClick={() => void act('evidence:stopWatching', {})}>Stop</LinkButton>
        </span>
        {isHere && isMissing && (
          <StatusMark status="warn" size="small">
            The folder cannot be reached just now
          </StatusMark>
        )}
      </div>
      {lastAt !== closedAt && (
        <AddOutcome files={files} from={`From “${folder}”: `} onDismiss={() => setClosedAt(lastAt)} />
      )}
    </>
  );
}
