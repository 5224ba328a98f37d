import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/apps/cli/main.js', import.meta.url));
const patienceMs = 20_000;

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of `meguri` that is expected to end by itself; one that does not is ended, and has no code. */
export async function finishedCommand(command: readonly string[], settings: Readonly<Record<string, string>>): Promise<Finished> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [program, ...command], {
    env: { PATH, HOME, PORT: '0', METRICS_PORT: '0', ...settings }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => { heard.stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { heard.stderr += text; });
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const code = await new Promise<number | null>((resolve) => { child.once('close', resolve); });
  clearTimeout(timer);
  return { code, ...heard };
}
