import { describe, expect, it } from 'vitest';
import { errorCodes, sentenceFor } from '../../../../shared/errors.ts';
import { type ChannelName, contract } from '../../../../shared/ipc/contract.ts';

describe('the contract', () => {
  it.each(Object.keys(contract) as ChannelName[])('%s refuses input that is not of its shape', (name) => {
    const { input } = contract[name];

    for (const nonsense of [null, undefined, 7, 'nonsense', [], () => {}]) {
      expect(input.safeParse(nonsense).success).toBe(false);
    }
  });

  it('names each channel by its area and a verb', () => {
    for (const name of Object.keys(contract)) expect(name).toMatch(/^[a-z]+[A-Za-z]*:[a-z]+[A-Za-z]*$/);
  });
});

describe('every failure', () => {
  it.each(errorCodes)('%s is a plain sentence that ends', (code) => {
    const sentence = sentenceFor({ code });

    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/please|error|invalid|undefined|null/i);
  });
});
