import { useState } from 'react';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { ChildId, EvidenceId } from '../../../shared/domain/ids.ts';
import { printedFormOf } from '../../../shared/domain/printed-form.ts';
import type { RedactionProfile } from '../../../shared/domain/redaction/redaction.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';

const profiles: readonly {
  readonly value: RedactionProfile;
  readonly label: string;
  readonly hint: string;
}[] = [
  { value: 'others', label: 'Other children', hint: 'One child may be named in it; no other tracked child.' },
  {
    value: 'names',
    label: 'All children’s names',
    hint: 'Names, dates of birth, addresses and numbers of every tracked child.',
  },
  {
    value: 'public',
    label: 'For the public',
    hint: 'The same, and every known person, NHS number, UPN, e-mail address, phone number and postcode.',
  },
];

/** What the copy has to be free of, and for a document that has no pages, where its pages come from. */
export function StartForm({
  item,
  childId,
  onStarted,
  onCancel,
}: {
  readonly item: EvidenceSummary;
  readonly childId: string | null;
  readonly onStarted: (id: string) => void;
  readonly onCancel: (() => void) | null;
}) {
  const names = useNames();
  const children = useStore((state) => state.data.children?.children ?? none);
  const items = useStore((state) => state.data.evidence?.items ?? none);
  const linked = useStore(
    (state) =>
      state.data.evidence?.links.find((link) => link.evidenceId === item.id && link.childId)?.childId,
  );
  const [profile, setProfile] = useState<RedactionProfile>('others');
  const [own, setOwn] = useState<string>(childId ?? linked ?? '');
  const [base, setBase] = useState<string>(printedFormOf(items, item.id)?.id ?? '');
  const { failure, save } = useSaving();
  const [isBusy, setBusy] = useState(false);
  const isPdf = item.type === 'pdf';
  const pdfs = items.filter((one) => one.type === 'pdf' && one.id !== item.id);

  async function start() {
    setBusy(true);
    const begun = await save('redactions:startRedaction', {
      evidenceId: item.id,
      profile,
      childId: profile === 'others' && own ? ChildId.parse(own) : null,
      baseId: base ? EvidenceId.parse(base) : null,
    });
    setBusy(false);
    if (begun) onStarted(begun.value.id);
  }

  return (
    <form
      className="redaction-start stack stack-loose"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      {failure && (
        <Banner tone="bad" role="alert">
          {sentenceFor(failure)}
        </Banner>
      )}
      <RadioGroup label="What has to go" options={profiles} value={profile} onChange={setProfile} />
      {profile === 'others' && (
        <Select
          label="The child who may be named"
          value={own}
          options={[
            { value: '', label: 'Nobody' },
            ...children.map((child) => ({ value: child.id as string, label: names.childLabel(child.id) })),
          ]}
          onChange={setOwn}
        />
      )}
      {!isPdf && (
        <Select
          label="Its pages"
          hint={`${typeFacts[item.type].label} files have no pages of their own. A PDF of it, saved from the program that made it, keeps the layout: add it to the evidence and choose it here.`}
          value={base}
          options={[
            { value: '', label: 'Make pages here; the layout may differ' },
            ...pdfs.map((one) => ({
              value: one.id as string,
              label: names.withoutNames(one.title),
              group: 'A PDF that stands for it',
            })),
          ]}
          onChange={setBase}
        />
      )}
      <div className="row">
        <Button type="submit" kind="primary" unavailable={isBusy && 'The pages are being made'}>
          Begin
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}

const none = [] as const;
