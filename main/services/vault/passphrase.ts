import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { AppError } from '../../../shared/errors.ts';
import type { Strength } from '../../../shared/ipc/vault.ts';

let meter: ZxcvbnFactory | undefined;

/** How hard a passphrase is to guess, from 0 to 4, with one sentence of advice. Three is enough. */
export function checkStrength(passphrase: string): Strength {
  meter ??= new ZxcvbnFactory({
    translations: english.translations,
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
  });
  const { score, feedback } = meter.check(passphrase.slice(0, 100));
  const advice = feedback.warning ?? feedback.suggestions[0] ?? '';
  return { score, advice };
}

/** Fails with `vault/weak-passphrase` unless the passphrase would take long to guess. */
export function requireStrong(passphrase: string): void {
  const { score, advice } = checkStrength(passphrase);
  if (score < 3) throw new AppError('vault/weak-passphrase', advice);
}
