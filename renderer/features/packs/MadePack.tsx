import { useEffect, useRef } from 'react';
import type { PackMade } from '../../../shared/ipc/packs.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { toneIcons } from '../../ui/tones.ts';

/** What was just written, and the passphrase of its zip, which is shown this once. */
export function MadePack({ made, onClose }: { readonly made: PackMade; readonly onClose: () => void }) {
  const { folderName, zipName, hasPaper, documents, manifestSha256, zipPassphrase, unfinished } = made;
  const areCoded = useStore((state) => state.namesAsCodes);
  const names = useNames();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="packs-made" aria-labelledby="pack-made">
      <h2 id="pack-made" ref={head} tabIndex={-1} className="type-item packs-made-head">
        <toneIcons.ok aria-hidden />
        The pack is made
      </h2>
      <SummaryList
        rows={[
          ...(folderName ? [named('Folder', folderName)] : []),
          ...(zipName ? [named('Encrypted zip', zipName)] : []),
          {
            term: 'Documents',
            value: hasPaper
              ? `The paper, ${documents} tied to it, and an index`
              : `${documents}, and an index`,
          },
          {
            term: 'Hash of its list of hashes',
            value: <code className="packs-hash selectable">{manifestSha256}</code>,
            action: <CopyButton text={manifestSha256} what="the hash" />,
          },
          ...(zipName
            ? [
                {
                  term: 'Passphrase of the zip',
                  value: areCoded ? (
                    'Hidden while names are shown as codes'
                  ) : (
                    <code className="packs-passphrase selectable">{zipPassphrase}</code>
                  ),
                  action: <CopyButton text={zipPassphrase} what="the passphrase" />,
                },
              ]
            : []),
        ]}
      />
      {zipName && (
        <p>
          The passphrase is shown this once and is not kept. Give it by another channel than the zip: by
          phone, say. Windows Explorer cannot open an AES zip; 7-Zip can.
        </p>
      )}
      {folderName && (
        <p className="text-2">
          Anybody can read the folder. Hand it over by the council’s secure transfer, and delete it then.
        </p>
      )}
      {unfinished.length > 0 && (
        <p>
          In the same place lies what an earlier pack that was cut short has left, and it can be read. Delete
          it unless somebody is making it just now:{' '}
          <span className="selectable">{unfinished.map(names.withoutNames).join('; ')}</span>
        </p>
      )}
      <Button size="small" onClick={onClose}>
        {zipName ? 'I have the passphrase' : 'Close'}
      </Button>
    </section>
  );
}

const named = (term: string, name: string) => ({
  term,
  value: <span className="selectable">{name}</span>,
});
