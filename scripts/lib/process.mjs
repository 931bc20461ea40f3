/** Child processes: quiet ones whose output is shown only on failure, and one in the foreground. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './paths.mjs';
import { line } from './say.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 */

/** A failure with a sentence for the person, the exit code, and the failed command's output. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {{ code?: number, output?: string }} [details]
   */
  constructor(message, { code = 1, output = '' } = {}) {
    super(message);
    this.code = code;
    this.output = output;
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let stopSignal;

/**
 * Shows a failure to the person; a stop that was asked for is not shown as one.
 * @param {unknown} error
 * @returns {number} the exit code that goes with it
 */
export function showFailure(error) {
  if (!(error instanceof Failure)) throw error;
  if (!stopSignal && error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
  line(stopSignal ? `stopped by ${stopSignal}` : error.message);
  return error.code;
}

/** @param {NodeJS.Signals} signal */
function forward(signal) {
  stopSignal = signal;
  if (running.size === 0) process.exit(exitCode(null, signal));
  // A terminal sends Ctrl+C to the whole group: the children have it already.
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  for (const child of running) child.kill(signal);
}
process.on('SIGINT', forward);
process.on('SIGTERM', forward);

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return signal ? 128 + constants.signals[signal] : (code ?? 1);
}

/**
 * Waits for a child; refuses to start one after a stop was asked for.
 * @param {() => import('node:child_process').ChildProcess} start
 * @param {(child: import('node:child_process').ChildProcess) => void} [attach]
 * @returns {Promise<number>}
 */
function wait(start, attach) {
  if (stopSignal) return Promise.resolve(exitCode(null, stopSignal));
  const child = start();
  running.add(child);
  attach?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child);
      reject(new Failure(error.message, { code: 127 }));
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(exitCode(code, signal));
    });
  });
}

/**
 * Runs a command without showing it; returns its output or throws with it.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export async function quiet(command, args, { cwd = ROOT, env = process.env } = {}) {
  /** @type {Buffer[]} */
  const chunks = [];
  const code = await wait(
    () => spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }),
    (child) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
      }
    },
  );
  const output = Buffer.concat(chunks).toString();
  if (code !== 0) throw new Failure(`failed: ${[command, ...args].join(' ')}`, { code, output });
  return output;
}

/**
 * Runs a command that owns the terminal until it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function foreground(command, args, { cwd = ROOT, env = process.env } = {}) {
  return wait(() => spawn(command, args, { cwd, env, stdio: 'inherit' }));
}
