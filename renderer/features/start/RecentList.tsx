import { FileX, Lock } from 'lucide-react';
import { londonWallTime } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { RecentFile } from '../../../shared/ipc/vault.ts';

/** Engagements opened before on this computer, by title alone. */
export function RecentList({
  files,
  onChoose,
}: {
  readonly files: readonly RecentFile[];
  readonly onChoose: (file: RecentFile) => void;
}) {
  return (
    <section className="start-recent" aria-labelledby="start-recent-title">
      <div className="row row-spread">
        <h2 id="start-recent-title" className="type-item">
          Recent
        </h2>
        <span className="type-small text-3">No child’s name is kept in this list</span>
      </div>
      <ul>
        {files.map((file) => (
          <li key={file.token}>
            <button type="button" className="start-recent-row" onClick={() => onChoose(file)}>
              {file.isMissing ? <FileX aria-hidden /> : <Lock aria-hidden />}
              <span className="start-recent-text">
                <span className="type-name">{file.title}</span>
                <span className="type-small text-2">
                  {[file.kind, file.isMissing ? 'Not where it was' : file.folder].filter(Boolean).join('. ')}
                </span>
              </span>
              <span className="num type-small text-2">
                {formatDate(londonWallTime(file.lastOpened).date)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
