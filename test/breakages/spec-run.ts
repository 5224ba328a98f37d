import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import type { Breakage } from './breakage.ts';
import type { WorkingTree } from './working-tree.ts';

/** What one spec said. */
export interface SpecRun {
  readonly passed: number;
  readonly failed: number;
  /** The first test that failed. */
  readonly firstFailed?: string;
  /** Set when the tests did not really run: the file does not load, or the run took too long. */
  readonly fault?: string;
}

type Which = Pick<Breakage, 'spec' | 'test'>;

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const longestRunMs = 90_000;
/** Two runs share the machine: a test is to fail by what it says, and not because it took longer than it does alone. */
const longestTestMs = 10_000;

/** Runs one spec, or the named tests of it, in a working tree. */
export async function runSpec(tree: WorkingTree, { spec, test }: Which): Promise<SpecRun> {
  const { reportPath, cachePath, temporaryPath } = tree;
  rmSync(reportPath, { force: true });
  const jest = spawn(process.execPath, [
    '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js',
    // A broken program may leave something open that a sound one closes.
    '--runInBand', '--forceExit', `--testTimeout=${longestTestMs}`, '--json', `--outputFile=${reportPath}`, `--cacheDirectory=${cachePath}`,
    '--runTestsByPath', spec, ...(test === undefined ? [] : ['--testNamePattern', test]),
  ], { cwd: tree.path, stdio: 'ignore', env: { ...process.env, TMPDIR: temporaryPath } });
  const ended = new Promise<void>((resolve) => { jest.once('close', () => resolve()); });
  const timer = setTimeout(() => { jest.kill('SIGKILL'); }, longestRunMs);
  await ended;
  clearTimeout(timer);
  return jest.signalCode === 'SIGKILL' ? { passed: 0, failed: 0, fault: 'it took too long' } : summed(reportPath);
}

function summed(reportPath: string): SpecRun {
  let report: JestReport;
  try {
    report = JSON.parse(readFileSync(reportPath, 'utf8')) as JestReport;
  } catch {
    return { passed: 0, failed: 0, fault: 'jest wrote no report' };
  }
  const { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: unloaded, testResults } = report;
  const firstFailed = testResults.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed')?.fullName;
  // An afterAll that fails counts as a file that does not load, though its tests have run.
  const fault = unloaded > 0 && failed === 0 ? `the file does not load: ${firstLine(testResults[0]?.message)}`
    : passed + failed === 0 ? 'no test ran' : undefined;
  return { passed, failed, ...(firstFailed !== undefined && { firstFailed }), ...(fault !== undefined && { fault }) };
}

function firstLine(message = ''): string {
  return message.split('\n').map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('●')) ?? 'no reason given';
}
