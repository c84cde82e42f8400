import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A small local log of faults. It holds the kind of a fault and where in the code, never a message, which may quote data. */
export type Log = { readonly report: (error: unknown) => string };

const maxBytes = 512 * 1024;

/** Opens the log; `report` writes one fault and answers with the reference the user sees. `echo` is for development. */
export function openLog(folder: string, { echo }: { readonly echo: boolean }): Log {
  const path = join(folder, 'faults.log');
  return {
    report: (error) => {
      const reference = randomBytes(4).toString('hex').toUpperCase();
      const name = error instanceof Error ? error.name : typeof error;
      const frames = error instanceof Error ? framesOf(error) : [];
      const code = (error as { code?: unknown } | null)?.code;
      try {
        mkdirSync(folder, { recursive: true });
        rotate(path);
        const where = frames.map((frame) => frame.trim()).join(' | ');
        appendFileSync(
          path,
          `${new Date().toISOString()} ${reference} ${name} ${String(code ?? '')} ${where}\n`,
        );
      } catch {
        // A log that cannot be written must not become a second fault.
      }
      if (echo) console.error(error);
      return reference;
    },
  };
}

/** Where it happened. The stack begins with the message, of which a line may look like a place in the code. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  return stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxBytes) renameSync(path, `${path}.old`);
}
