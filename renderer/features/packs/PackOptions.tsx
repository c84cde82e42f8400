import {
  audienceHints,
  audienceLabels,
  type PackAudience,
  type PackChoices,
  type PackProfile,
  packProfileLabels,
} from '../../../shared/domain/pack.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Options = Omit<PackChoices, 'subject' | 'leaveOut' | 'order'>;

const packProfiles = Object.entries(packProfileLabels).map(([value, label]) => ({
  value: value as PackProfile,
  label,
}));

const audiences = Object.entries(audienceLabels).map(([value, label]) => ({
  value: value as PackAudience,
  label,
}));

const writings: readonly { readonly value: PackChoices['saveAs']; readonly label: string }[] = [
  { value: 'both', label: 'A folder, and an encrypted zip of it' },
  { value: 'zip', label: 'An encrypted zip only' },
  { value: 'folder', label: 'A folder only' },
];

/** For whom the pack is, which decides what is checked, and in what form it goes. */
export function PackOptions({
  options,
  marking,
  hasRecipe,
  onChange,
}: {
  readonly options: Options;
  /** The engagement's own. */
  readonly marking: string;
  /** A recipe knows what it gave before. */
  readonly hasRecipe: boolean;
  readonly onChange: (patch: Partial<Options>) => void;
}) {
  return (
    <>
      <Select<PackAudience>
        label="For"
        hint={audienceHints[options.audience]}
        value={options.audience}
        options={audiences}
        onChange={(audience) => onChange({ audience })}
      />
      <Select<PackProfile>
        label="Redaction"
        value={options.profile}
        options={packProfiles}
        onChange={(profile) => onChange({ profile })}
      />
      {hasRecipe && (
        <Checkbox
          label="Only what is new since the last pack of this recipe"
          isChecked={options.isOnlyNew}
          onChange={(isOnlyNew) => onChange({ isOnlyNew })}
        />
      )}
      <Disclosure summary={`Form: ${formWords(options)}`}>
        <div className="packs-options">
          <Select<PackChoices['saveAs']>
            label="Written as"
            value={options.saveAs}
            options={writings}
            onChange={(saveAs) => onChange({ saveAs })}
          />
          <TextField
            label="Version"
            optional
            maxLength={20}
            value={options.version}
            onChange={(version) => onChange({ version })}
          />
          <TextField
            label="Marking"
            maxLength={80}
            value={options.marking ?? marking}
            onChange={(value) => onChange({ marking: value === marking ? null : value })}
          />
          <TextArea
            label="Covering note"
            hint="Printed on the cover sheet"
            optional
            rows={3}
            maxLength={4000}
            value={options.note}
            onChange={(note) => onChange({ note })}
          />
          <Checkbox
            label="PDF copies of Office files, messages and pictures"
            hint="Made here when the pack is made; the layout may differ. A PDF named as a document’s printed form goes in its place."
            isChecked={options.hasPdfCopies}
            onChange={(hasPdfCopies) => onChange({ hasPdfCopies })}
          />
          <Checkbox
            label="Number the pages of PDFs through the whole set"
            hint="On copies, with the marking"
            isChecked={options.isNumbered}
            onChange={(isNumbered) => onChange({ isNumbered })}
          />
          <Checkbox
            label="Put the PDFs into one"
            hint="With bookmarks and linked contents"
            isChecked={options.isCombined}
            onChange={(isCombined) => onChange({ isCombined })}
          />
          <Checkbox
            label="Index as a Word document too"
            isChecked={options.hasWordIndex}
            onChange={(hasWordIndex) => onChange({ hasWordIndex })}
          />
        </div>
      </Disclosure>
    </>
  );
}

const writingWords: Readonly<Record<PackChoices['saveAs'], string>> = {
  both: 'folder and zip',
  zip: 'zip only',
  folder: 'folder only',
};

function formWords(options: Options): string {
  const { version, hasPdfCopies, isNumbered, isCombined, hasWordIndex, note, saveAs } = options;
  const words = [
    writingWords[saveAs],
    hasPdfCopies && 'PDF copies',
    isCombined && 'one PDF',
    isNumbered && 'numbered pages',
    hasWordIndex && 'Word index',
    note && 'covering note',
    version && `version ${version}`,
  ];
  return words.filter(Boolean).join(', ');
}
