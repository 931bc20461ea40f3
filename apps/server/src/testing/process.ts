import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import path from 'node:path';

const SRC = path.join(import.meta.dirname, '..');

/** How a program of ours ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `main.ts` or `cli.ts` from source, as its own process, to the end. */
export async function runProgram(
  file: 'main.ts' | 'cli.ts',
  args: readonly string[],
  env: Record<string, string>,
): Promise<Ended> {
  const child = spawnProgram(file, args, env);
  if (!child.stdout || !child.stderr) throw new Error('The program has no output.');
  const [stdout, stderr, ended] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<unknown[]>,
  ]);
  const [code] = ended;
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}

/** Starts one of our programs and leaves it running. */
export function spawnProgram(
  file: 'main.ts' | 'cli.ts',
  args: readonly string[],
  env: Record<string, string>,
): ChildProcess {
  return spawn(process.execPath, [path.join(SRC, file), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The first line that a program prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let printed = '';
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints += String(chunk)));
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const end = printed.indexOf('\n');
    if (end >= 0) return printed.slice(0, end);
  }
  throw new Error(`The program printed no line: ${printed}${complaints}`);
}
