import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Breakage } from './breakage.ts';

/** A breakage whose text is not there once is out of date, and would show nothing. */
export class Misplaced extends Error {
  override readonly name = 'Misplaced';
}

/** A copy of the sources in which something may be broken; the checkout itself is never touched. */
export class WorkingTree {
  readonly path: string;
  /** Beside the sources: a spec that looks at those must not see it. */
  readonly reportPath: string;
  readonly cachePath: string;
  /** A broken program leaves lying about what a sound one clears away. */
  readonly temporaryPath: string;
  readonly #place: string;

  constructor(checkout: string) {
    this.#place = realpathSync(mkdtempSync(join(tmpdir(), 'meguri breakages ')));
    this.path = join(this.#place, 'tree');
    this.reportPath = join(this.#place, 'report.json');
    this.cachePath = join(this.#place, 'cache');
    this.temporaryPath = join(this.#place, 'tmp');
    mkdirSync(this.temporaryPath);
    for (const file of sourcesOf(checkout)) {
      mkdirSync(dirname(join(this.path, file)), { recursive: true });
      cpSync(join(checkout, file), join(this.path, file));
    }
    symlinkSync(join(checkout, 'node_modules'), join(this.path, 'node_modules'));
  }

  /** Answers with what puts it right again. */
  break({ file, find, replace }: Breakage): () => void {
    const path = join(this.path, file);
    if (!existsSync(path)) throw new Misplaced(`there is no ${file}`);
    const whole = readFileSync(path, 'utf8');
    const found = whole.split(find).length - 1;
    if (found !== 1) throw new Misplaced(`${file} has its text ${found} times`);
    // A function, because a `$` in the replacement would mean something.
    writeFileSync(path, whole.replace(find, () => replace));
    return () => writeFileSync(path, whole);
  }

  remove(): void {
    rmSync(this.#place, { recursive: true, force: true });
  }
}

/** What git knows, and what it will be asked to know. */
function sourcesOf(checkout: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: checkout, encoding: 'utf8' });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(join(checkout, file)));
}
