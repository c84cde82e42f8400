import { spawn } from 'node:child_process';

export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
  /** `inherit` shows the output as it comes; `collect` keeps it, to be shown only if it is wanted. */
  readonly output?: 'inherit' | 'collect';
};

export type CommandOutcome = {
  readonly code: number;
  readonly output: string;
};

/** Runs a program to its end and says how it ended; a program that cannot start or runs out of time ends with code 1. */
export const runCommand = (
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutcome> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.output === 'collect' ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const pieces: string[] = [];
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece.toString('utf8')));
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece.toString('utf8')));
    child.on('error', (error) => resolve({ code: 1, output: `${pieces.join('')}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: pieces.join('') }));
  });

/** Runs a program to its end and fails with its last lines of output when it does not succeed. */
export const runOrFail = async (
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> => {
  const outcome = await runCommand(command, args, { output: 'collect', ...options });
  if (outcome.code !== 0) {
    const lastLines = outcome.output.trim().split('\n').slice(-20).join('\n');
    throw new Error(`"${command} ${args.join(' ')}" ended with code ${outcome.code}.\n${lastLines}`);
  }
  return outcome.output;
};

/** Runs npm, the same one that runs this script where there is one. */
export const runNpm = (args: readonly string[], options: CommandOptions = {}): Promise<string> => {
  const npmCli = process.env.npm_execpath;
  return npmCli === undefined || !npmCli.endsWith('.js')
    ? runOrFail(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
    : runOrFail(process.execPath, [npmCli, ...args], options);
};
