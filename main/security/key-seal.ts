import { safeStorage } from 'electron';
import type { KeySeal } from '../services/vault/recent-notes.ts';

/** Threat answered: a key "remembered" where any program of the user could read it. Where the system has no real key ring, nothing is kept. */
export const keySeal: KeySeal = {
  isSafe: () => {
    if (!safeStorage.isEncryptionAvailable()) return false;
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
  },
  seal: (key) => safeStorage.encryptString(Buffer.from(key).toString('hex')).toString('base64'),
  unseal: (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed, 'base64')), 'hex'),
};
