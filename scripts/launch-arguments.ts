import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronRuntime } from './electron-runtime.ts';

export type SandboxFacts = {
  readonly isLinux: boolean;
  readonly isRoot: boolean;
  /** Ubuntu since 23.10 keeps ordinary programs from making the name spaces that Chromium's sandbox is built on. */
  readonly areUserNamespacesRestricted: boolean;
  readonly isSandboxHelperInstalled: boolean;
};

/** Says why Chromium's sandbox cannot start on this machine, or nothing where it can. */
export const whySandboxCannotStart = (facts: SandboxFacts): string | undefined => {
  if (!facts.isLinux) return undefined;
  if (facts.isRoot) return 'Electron is started as root';
  return facts.areUserNamespacesRestricted && !facts.isSandboxHelperInstalled
    ? 'this system restricts user namespaces'
    : undefined;
};

const keepSandboxOff = join(import.meta.dirname, 'keep-sandbox-off.cjs');

/** The arguments that a development or test start needs on this machine. The product itself never turns its sandbox off. */
export const developmentArguments = (
  runtime: Pick<ElectronRuntime, 'distPath'>,
): { readonly args: readonly string[]; readonly reason?: string } => {
  const reason = whySandboxCannotStart(readSandboxFacts(runtime.distPath));
  return reason === undefined ? { args: [] } : { args: ['--no-sandbox', '-r', keepSandboxOff], reason };
};

const readSandboxFacts = (distPath: string): SandboxFacts => ({
  isLinux: process.platform === 'linux',
  isRoot: process.getuid?.() === 0,
  areUserNamespacesRestricted:
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0',
  isSandboxHelperInstalled: isSetuidRoot(join(distPath, 'chrome-sandbox')),
});

const readSetting = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};

const isSetuidRoot = (path: string): boolean => {
  try {
    const { mode, uid } = statSync(path);
    return uid === 0 && (mode & 0o4000) !== 0;
  } catch {
    return false;
  }
};
