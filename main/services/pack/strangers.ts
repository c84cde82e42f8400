import type { KnownChild } from '../../../shared/domain/leak.ts';
import { squashed } from '../../../shared/domain/name-patterns.ts';
import type { PackFinding } from '../../../shared/ipc/packs.ts';
import type { ReadyDocument } from './preflight.ts';

const personal = ['NHS number', 'UPN'] as const;

/**
 * Documents that hold the NHS number or UPN of somebody who is not tracked here, such as a brother or a classmate: no name
 * of theirs is known, but the number stands for one person all the same. The numbers themselves are not repeated.
 */
export function strangerCautions(
  documents: readonly ReadyDocument[],
  known: readonly KnownChild[],
): readonly PackFinding[] {
  const ours = new Set(known.flatMap(({ upn, nhsNumber }) => [upn, nhsNumber].map(numberKey)));
  return documents.flatMap(({ item, called, title, identifiers }): readonly PackFinding[] => {
    const strange = identifiers.filter(({ value }) => !ours.has(numberKey(value)));
    return personal.flatMap((kind): readonly PackFinding[] => {
      const count = strange.filter((one) => one.kind === kind).length;
      if (count === 0) return [];
      return [
        {
          what: `Document ${called} holds ${count === 1 ? `the ${kind}` : `${count} ${kind}s`} of somebody else`,
          where: `“${title}”: nobody tracked here has ${count === 1 ? 'it' : 'them'}. Look whether another child is in it.`,
          evidenceId: item.id,
        },
      ];
    });
  });
}

const numberKey = (number: string): string => squashed(number).toUpperCase();
