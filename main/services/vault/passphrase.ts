import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { AppError } from '../../../shared/errors.ts';
import type { Strength } from '../../../shared/ipc/vault.ts';

let meter: Promise<ZxcvbnFactory> | undefined;

/** How hard a passphrase is to guess, from 0 to 4, with one sentence of advice. Three is enough. */
export async function checkStrength(passphrase: string): Promise<Strength> {
  meter ??= makeMeter();
  const { score, feedback } = (await meter).check(passphrase.slice(0, 100));
  const advice = feedback.warning ?? feedback.suggestions[0] ?? '';
  return { score, advice };
}

/** Its lists of words are the largest thing that the app holds, and most starts have no use for them. */
async function makeMeter(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    translations: english.translations,
    graphs: common.adjacencyGraphs,
    dictionary: { ...common.dictionary, ...english.dictionary },
  });
}

/** Fails with `vault/weak-passphrase` unless the passphrase would take long to guess. */
export async function requireStrong(passphrase: string): Promise<void> {
  const { score, advice } = await checkStrength(passphrase);
  if (score < 3) throw new AppError('vault/weak-passphrase', advice);
}
