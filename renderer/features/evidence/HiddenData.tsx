import { EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import { canHide, type HiddenFact, hiddenWords } from '../../../shared/domain/hidden-data.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';

/** What a document holds that does not show on its pages, in one line; nothing where there is none. */
export function HiddenData({ id, type }: { readonly id: EvidenceId; readonly type: EvidenceType }) {
  const act = useStore((state) => state.act);
  const names = useNames();
  const [facts, setFacts] = useState<readonly HiddenFact[]>([]);

  useEffect(() => {
    let isCurrent = true;
    if (canHide(type))
      void act('evidence:readHiddenData', { id }, () => {}).then((found) => {
        if (isCurrent && found) setFacts(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [act, id, type]);

  if (facts.length === 0) return null;
  return (
    <p className="document-hidden selectable">
      <EyeOff size={14} aria-hidden="true" />
      <span>
        <b>Hidden in the file:</b> {names.withoutNames(hiddenWords(facts))}
      </span>
    </p>
  );
}
