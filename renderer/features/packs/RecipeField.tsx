import { useState } from 'react';
import type { PackChoices, PackRecipe } from '../../../shared/domain/pack.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const none = 'none';

/** Chooses a recipe that was saved, or saves what is chosen now as one. */
export function RecipeField({
  recipeId,
  choices,
  onChoose,
}: {
  readonly recipeId: string | null;
  readonly choices: PackChoices;
  readonly onChoose: (recipe: PackRecipe | null) => void;
}) {
  const recipes = useStore((state) => state.data.packs?.recipes) ?? [];
  const act = useStore((state) => state.act);
  const names = useNames();
  const [isNaming, setNaming] = useState(false);
  const chosen = recipes.find((recipe) => recipe.id === recipeId) ?? null;

  async function save(id: PackRecipe['id'] | null, name: string) {
    const recipe = await act('packs:saveRecipe', { id, name, choices });
    if (!recipe) return;
    setNaming(false);
    onChoose(recipe);
  }

  async function remove() {
    if (!chosen) return;
    onChoose(null);
    await act('packs:removeRecipe', { id: chosen.id });
  }

  return (
    <div className="packs-recipe">
      {recipes.length > 0 && (
        <Select
          label="Recipe"
          value={chosen?.id ?? none}
          options={[
            { value: none, label: 'None: choose below' },
            ...recipes.map(({ id, name }) => ({ value: id as string, label: names.withoutNames(name) })),
          ]}
          onChange={(id) => onChoose(recipes.find((recipe) => recipe.id === id) ?? null)}
        />
      )}
      <div className="row row-wrap">
        {chosen ? (
          <>
            <LinkButton onClick={() => void save(chosen.id, chosen.name)}>Save into the recipe</LinkButton>
            <LinkButton onClick={() => void remove()}>Remove the recipe</LinkButton>
          </>
        ) : (
          <LinkButton onClick={() => setNaming(true)}>Save as a recipe...</LinkButton>
        )}
      </div>
      {isNaming && <NameDialog onSave={(name) => void save(null, name)} onClose={() => setNaming(false)} />}
    </div>
  );
}

function NameDialog({
  onSave,
  onClose,
}: {
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <FormDialog
      title="Save as a recipe"
      size="small"
      note="The same recipe can give only what is new since the last time."
      problem={problem}
      onSave={() => (name.trim() === '' ? setProblem('Give the recipe a name.') : onSave(name))}
      onClose={onClose}
    >
      <TextField label="Name of the recipe" maxLength={80} value={name} onChange={setName} />
    </FormDialog>
  );
}
