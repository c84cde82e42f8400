import { Download } from 'lucide-react';
import { useState } from 'react';
import {
  type RegisterFormat,
  type RegisterKind,
  registerFormatLabels,
  registerLabels,
} from '../../shared/domain/register.ts';
import { useStore } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';

type Reader = 'others' | 'ourselves';

const formats = Object.entries(registerFormatLabels).map(([value, label]) => ({
  value: value as RegisterFormat,
  label,
}));

/** Takes a list that is on screen out of the app: the first of these, or another. */
export function RegisterExport({ kinds }: { readonly kinds: readonly [RegisterKind, ...RegisterKind[]] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Download} kind="outlined" label="Export..." onClick={() => setOpen(true)} />
      {isOpen && <ExportDialog kinds={kinds} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({
  kinds,
  onClose,
}: {
  readonly kinds: readonly [RegisterKind, ...RegisterKind[]];
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [kind, setKind] = useState<RegisterKind>(kinds[0]);
  const [format, setFormat] = useState<RegisterFormat>('pdf');
  const [reader, setReader] = useState<Reader>('others');

  async function save() {
    const done = await act('registers:exportRegister', { kind, format, isForOthers: reader === 'others' });
    if (!done?.saved) return;
    showDone(`${registerLabels[kind]}: the list is saved.`);
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={kinds.length === 1 ? `Export ${registerLabels[kind].toLowerCase()}` : 'Export a list'}
      onSubmit={() => void save()}
      note="It says its marking and when it was made. Children are codes in it."
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            Export...
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        {kinds.length > 1 && (
          <Select<RegisterKind>
            label="List"
            value={kind}
            options={kinds.map((value) => ({ value, label: registerLabels[value] }))}
            onChange={setKind}
          />
        )}
        <RadioGroup<Reader>
          label="For"
          value={reader}
          onChange={setReader}
          options={[
            {
              value: 'others',
              label: 'Others',
              hint: 'Without what is embargoed, internal or our own notes',
            },
            {
              value: 'ourselves',
              label: 'Ourselves',
              hint: 'With all of it, and marked as not to be passed on',
            },
          ]}
        />
        <Select<RegisterFormat> label="As" value={format} options={formats} onChange={setFormat} />
      </div>
    </Dialog>
  );
}
