import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { type Criterion, type Indicator, indicatorStateLabels } from '../../../shared/domain/engagement.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** What would show the criterion to be met, how far each is shown, and by what; each answer is kept as it is given. */
export function Indicators({ criterion }: { readonly criterion: Criterion }) {
  const engagement = useStore((state) => state.data.engagement);
  const act = useStore((state) => state.act);
  const [added, setAdded] = useState('');
  const own = (engagement?.indicators ?? []).filter((one) => one.criterionId === criterion.id);
  const shown = own.filter((one) => one.state === 'met').length;

  async function add() {
    const text = added.trim();
    if (text === '') return;
    const fields = { criterionId: criterion.id, text, state: 'open', shownBy: '' } as const;
    await act('engagement:saveIndicator', { id: null, ...fields, seeAlso: [] });
    setAdded('');
  }

  return (
    <Section title="Indicators" fact={own.length === 0 ? '' : `${shown} of ${own.length} shown`} level={3}>
      <ul className="evaluation-indicators">
        {own.map((one) => (
          <IndicatorLine key={one.id} indicator={one} />
        ))}
      </ul>
      <div className="row">
        <TextField
          label="Add indicator"
          labelHidden
          placeholder="What would show it"
          maxLength={300}
          value={added}
          onChange={setAdded}
        />
        <Button size="small" icon={Plus} onClick={() => void add()}>
          Add indicator
        </Button>
      </div>
    </Section>
  );
}

function IndicatorLine({ indicator }: { readonly indicator: Indicator }) {
  const act = useStore((state) => state.act);
  const engagement = useStore((state) => state.data.engagement);
  const names = useNames();
  const [shownBy, setShownBy] = useState(indicator.shownBy);
  const { position: _, ...fields } = indicator;
  const keep = (patch: Partial<Indicator>) => void act('engagement:saveIndicator', { ...fields, ...patch });
  const others = (engagement?.criteria ?? []).filter(({ id }) => id !== indicator.criterionId);
  const text = names.withoutNames(indicator.text);
  return (
    <li>
      <span className="type-name">{text}</span>
      <Select
        label={`How far it is shown: ${text}`}
        labelHidden
        fit
        value={indicator.state}
        options={choicesOf(indicatorStateLabels)}
        onChange={(state) => keep({ state })}
      />
      <TextField
        label={`Shown by: ${text}`}
        labelHidden
        placeholder="Shown by"
        maxLength={600}
        value={shownBy}
        onChange={setShownBy}
        onBlur={() => shownBy !== indicator.shownBy && keep({ shownBy })}
      />
      <TagPicker
        label={`See also: ${text}`}
        labelHidden
        placeholder="See also"
        choices={others.map((one) => ({ id: one.id, label: shortTitle(one), hint: one.title }))}
        value={indicator.seeAlso}
        onChange={(ids) => keep({ seeAlso: others.filter(({ id }) => ids.includes(id)).map(({ id }) => id) })}
      />
      <IconButton
        icon={X}
        label={`Remove ${text}`}
        onClick={() => void act('engagement:removeIndicator', { id: indicator.id })}
      />
    </li>
  );
}

/** A criterion by its code, so that several stand in one line. */
const shortTitle = ({ code, title }: Criterion): string => code || title;
