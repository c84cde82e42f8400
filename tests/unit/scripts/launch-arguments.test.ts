import { describe, expect, it } from 'vitest';
import { whySandboxCannotStart } from '../../../scripts/launch-arguments.ts';

const ordinary = {
  isLinux: true,
  isRoot: false,
  areUserNamespacesRestricted: false,
  isSandboxHelperInstalled: false,
};

describe('whySandboxCannotStart', () => {
  it('keeps the sandbox on for an ordinary user', () => {
    expect(whySandboxCannotStart(ordinary)).toBeUndefined();
  });

  it('names root as a reason', () => {
    expect(whySandboxCannotStart({ ...ordinary, isRoot: true })).toMatch(/root/);
  });

  it('names restricted user namespaces as a reason, unless the sandbox helper is installed', () => {
    const restricted = { ...ordinary, areUserNamespacesRestricted: true };

    expect(whySandboxCannotStart(restricted)).toMatch(/user namespaces/);
    expect(whySandboxCannotStart({ ...restricted, isSandboxHelperInstalled: true })).toBeUndefined();
  });

  it('has no reason anywhere but on Linux', () => {
    expect(whySandboxCannotStart({ ...ordinary, isLinux: false, isRoot: true })).toBeUndefined();
  });
});
