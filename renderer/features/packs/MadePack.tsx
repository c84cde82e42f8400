import { useEffect, useRef } from 'react';
import type { PackMade } from '../../../shared/ipc/packs.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { toneIcons } from '../../ui/tones.ts';

/** What was just written, and the passphrase of its zip, which is shown this once. */
export function MadePack({ made, onClose }: { readonly made: PackMade; readonly onClose: () => void }) {
  const areCoded = useStore((state) => state.namesAsCodes);
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
          { term: 'Folder', value: <span className="selectable">{made.folderName}</span> },
          { term: 'Encrypted zip', value: <span className="selectable">{made.folderName}.zip</span> },
          { term: 'Documents', value: `${made.documents}, and an index` },
          {
            term: 'Hash of its list of hashes',
            value: <code className="packs-hash selectable">{made.manifestSha256}</code>,
            action: <CopyButton text={made.manifestSha256} what="the hash" />,
          },
          {
            term: 'Passphrase of the zip',
            value: areCoded ? (
              'Hidden while names are shown as codes'
            ) : (
              <code className="packs-passphrase selectable">{made.zipPassphrase}</code>
            ),
            action: <CopyButton text={made.zipPassphrase} what="the passphrase" />,
          },
        ]}
      />
      <p>
        The passphrase is shown this once and is not kept. Give it by another channel than the zip: by phone,
        say.
      </p>
      <p className="text-2">
        Windows Explorer cannot open an AES zip: use 7-Zip, or hand over the folder by the council’s secure
        transfer. Delete the folder when it has been handed over.
      </p>
      <Button size="small" onClick={onClose}>
        I have the passphrase
      </Button>
    </section>
  );
}
