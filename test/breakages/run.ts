import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Breakage } from './breakage.ts';
import { breakages } from './breakages.ts';
import { runSpec, type SpecRun } from './spec-run.ts';
import { Misplaced, WorkingTree } from './working-tree.ts';

/**
 * A suite is as good as what it notices. Every breakage is applied to a copy of the sources, and the spec named beside
 * it must turn red by a test that failed. With words given, only the breakages whose names hold one of them are tried.
 */
interface Verdict {
  readonly name: string;
  readonly spec: string;
  readonly passed: boolean;
  readonly words: string;
  readonly seconds: number;
}

const checkout = join(import.meta.dirname, '../..');
const wanted = process.argv.slice(2);
const chosen = breakages.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const trees = Array.from({ length: Math.max(1, Math.min(2, availableParallelism(), chosen.length)) }, () => new WorkingTree(checkout));
try {
  const unbroken = await inEveryTree(distinct(chosen), seeGreen);
  const sound = new Set(unbroken.filter(({ passed }) => passed).map(keyOfVerdict));
  const broken = await inEveryTree(chosen.filter((one) => sound.has(keyOf(one))), seeRed);
  // A breakage whose spec is red already shows nothing, and counts with it.
  const untried = chosen.length - broken.length;
  const failed = [...unbroken, ...broken].filter((verdict) => !verdict.passed).length + untried;
  const passed = broken.filter((verdict) => verdict.passed).length;
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} finally {
  for (const tree of trees) tree.remove();
}

async function inEveryTree<Task>(tasks: readonly Task[], work: (tree: WorkingTree, task: Task) => Promise<Verdict>): Promise<readonly Verdict[]> {
  const waiting = [...tasks];
  const verdicts: Verdict[] = [];
  await Promise.all(trees.map(async (tree) => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const verdict = await work(tree, task);
      verdicts.push(verdict);
      print(verdict);
    }
  }));
  return verdicts;
}

async function seeGreen(tree: WorkingTree, which: Breakage): Promise<Verdict> {
  const startedMs = performance.now();
  const { passed, failed, fault, firstFailed } = await runSpec(tree, which);
  const isGreen = fault === undefined && failed === 0;
  return {
    name: 'unbroken', spec: keyOf(which), passed: isGreen, seconds: secondsSince(startedMs),
    words: isGreen ? `green, ${passed} tests` : `RED WITHOUT A BREAKAGE: ${fault ?? firstFailed}`,
  };
}

async function seeRed(tree: WorkingTree, breakage: Breakage): Promise<Verdict> {
  const startedMs = performance.now();
  let outcome: SpecRun;
  try {
    const restore = tree.break(breakage);
    try {
      outcome = await runSpec(tree, breakage);
    } finally {
      restore();
    }
  } catch (fault) {
    if (!(fault instanceof Misplaced)) throw fault;
    outcome = { passed: 0, failed: 0, fault: fault.message };
  }
  const { passed, failed, fault, firstFailed } = outcome;
  const isRed = fault === undefined && failed > 0;
  return {
    name: breakage.name, spec: keyOf(breakage), passed: isRed, seconds: secondsSince(startedMs),
    words: isRed ? `red, ${failed} of ${passed + failed}: ${firstFailed}` : `NOT NOTICED: ${fault ?? `${passed} tests stayed green`}`,
  };
}

function print({ name, spec, passed, words, seconds }: Verdict): void {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name.padEnd(70)} ${seconds.toFixed(1).padStart(5)} s  ${spec}\n${' '.repeat(7)}${words}`);
}

function distinct(all: readonly Breakage[]): readonly Breakage[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function keyOf({ spec, test }: Breakage): string {
  return test === undefined ? spec : `${spec} -t ${JSON.stringify(test)}`;
}

function keyOfVerdict({ spec }: Verdict): string {
  return spec;
}

function secondsSince(startedMs: number): number {
  return (performance.now() - startedMs) / 1_000;
}
