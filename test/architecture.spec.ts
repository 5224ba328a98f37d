import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

/** The year, from above: a room may use the rooms before it, never one after it. */
const rooms = [
  'kernel', 'event-store', 'platform', 'municipality', 'scheme', 'plan', 'cycle', 'committee', 'evaluation', 'deadlines', 'notices', 'history',
];
const apps = ['api', 'worker', 'web', 'cli'];
const topLevel = new Set([
  'apps', 'libs', 'infra', 'test', 'package.json', 'tsconfig.json', 'nest-cli.json', 'docker-compose.yml', 'README.md', 'package-lock.json', 'LICENSE',
  // What tools force: each reads its settings here and nowhere else.
  'jest.config.js', 'tsconfig.build.json', 'tsconfig.bench.json',
]);
/** Questions that only a lower room can answer, by the room that asks. */
const askedOfLowerRooms = { plan: ['EvidenceExists', 'OpenRecommendations'], platform: ['ClockOf', 'PersonNames', 'WhoAsks'] };
/** What the pure parts of a room may use of npm: reading settings, and exact decimals. */
const purePackages = new Set(['zod', 'decimal.js']);
const longestFile = 300;

interface Import {
  readonly from: string;
  /** A file of ours, or a package. */
  readonly to: string;
  readonly isOurs: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
    from: path,
    isOurs: fileName.startsWith('.'),
    to: fileName.startsWith('.') ? join(dirname(path), fileName) : fileName,
  }));
  return { path, text, imports };
}

const files = globSync('{apps,libs,test}/**/*.{ts,tsx,mts,mjs,js}', { exclude: ['**/node_modules/**', 'test/bench/peers/**'] }).sort().map(readSource);
const imports = files.flatMap((file) => file.imports);
const ours = imports.filter(({ isOurs }) => isOurs);

/** Files that only specs use: they may know what the product must not. */
function isForSpecs(path: string): boolean {
  return /\.spec\.ts$|-examples\.ts$|\/(testing|contract|double)\/|^test\//.test(path);
}

/** "libs/plan/domain/plan.ts" is of the room plan; what is not in a room has none. */
function roomOf(path: string): string | undefined {
  return /^libs\/([^/]+)\//.exec(path)?.[1];
}

function isPure(path: string): boolean {
  return roomOf(path) === 'kernel' || /^libs\/[^/]+\/domain\//.test(path);
}

function told({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

it('there is something to look at, and every import of ours leads to a file', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(ours.length).toBeGreaterThan(300);
  expect(ours.filter(({ to }) => !existsSync(to)).map(told)).toEqual([]);
});

describe('the rooms', () => {
  it('are those of the design, and so are the apps', () => {
    expect(readdirSync('libs').filter((name) => !rooms.includes(name))).toEqual([]);
    expect(readdirSync('apps').filter((name) => !apps.includes(name))).toEqual([]);
  });

  it('use the rooms above them, and never one below', () => {
    const upwards = ours.filter(({ from, to }) => {
      const [user, used] = [roomOf(from), roomOf(to)];
      return user !== undefined && used !== undefined && rooms.indexOf(used) > rooms.indexOf(user);
    });
    expect(upwards.map(told)).toEqual([]);
  });

  it('know nothing of the apps', () => {
    expect(ours.filter(({ from, to }) => roomOf(from) !== undefined && roomOf(to) === undefined).map(told)).toEqual([]);
  });

  it('are used by the apps only as rooms: no app uses another but the command line the api', () => {
    const appOf = (path: string) => /^apps\/([^/]+)\//.exec(path)?.[1];
    const across = ours.filter(({ from, to }) =>
      !isForSpecs(from) && appOf(from) !== undefined && appOf(to) !== undefined && appOf(from) !== appOf(to) && !(appOf(from) === 'cli' && appOf(to) === 'api'));
    expect(across.map(told)).toEqual([]);
  });

  it('ask lower rooms only the questions that the design lists', () => {
    const found: Record<string, Set<string>> = {};
    for (const file of files.filter(({ path }) => !isForSpecs(path))) {
      for (const [name, from] of answeredFor(file)) (found[from] ??= new Set()).add(name);
    }
    expect(Object.fromEntries(Object.entries(found).map(([room, names]) => [room, [...names].sort()]))).toEqual(askedOfLowerRooms);
  });
});

/** Classes of this file that answer for a type of a room above: the type's name, and that room. */
function answeredFor({ path, text }: SourceFile): readonly (readonly [string, string])[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const roomOfName = new Map<string, string>();
  const answered: [string, string][] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const room = roomOf(join(dirname(path), statement.moduleSpecifier.text));
      const names = statement.importClause?.namedBindings;
      if (room === undefined || room === roomOf(path) || names === undefined || !ts.isNamedImports(names)) continue;
      for (const { name } of names.elements) roomOfName.set(name.text, room);
    }
    if (!ts.isClassDeclaration(statement)) continue;
    for (const { types } of statement.heritageClauses ?? []) {
      for (const { expression } of types) {
        const room = roomOfName.get(expression.getText());
        if (room !== undefined) answered.push([expression.getText(), room]);
      }
    }
  }
  return answered;
}

describe('what is pure', () => {
  const pure = files.filter(({ path }) => isPure(path) && !isForSpecs(path));

  it('is there', () => expect(pure.map(({ path }) => path)).toContain('libs/evaluation/domain/sheet.ts'));

  it('uses only what is pure', () => {
    expect(pure.flatMap((file) => file.imports).filter(({ isOurs, to }) => isOurs && !isPure(to)).map(told)).toEqual([]);
  });

  it('uses of npm only what reads settings and what counts, and nothing of Node', () => {
    expect(pure.flatMap((file) => file.imports).filter(({ isOurs, to }) => !isOurs && !purePackages.has(to)).map(told)).toEqual([]);
  });

  it('has no clock of its own but the one that is a port, and nothing random', () => {
    const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bsetTimeout\(/;
    expect(pure.filter(({ text }) => impure.test(text)).map(({ path }) => path)).toEqual(['libs/kernel/clock.ts']);
  });
});

describe('what is delivered', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const delivered = files.filter(({ path }) => !isForSpecs(path)).flatMap((file) => file.imports);

  it('uses nothing that is there for specs', () => {
    expect(delivered.filter(({ isOurs, to }) => isOurs && isForSpecs(to)).map(told)).toEqual([]);
  });

  it('uses only packages that are installed with it', () => {
    const packageOf = (name: string) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
    const foreign = delivered.filter(({ isOurs, to }) =>
      !isOurs && !to.startsWith('node:') && !(packageOf(to) in dependencies));
    expect(foreign.map(told)).toEqual([]);
  });
});

describe('the house', () => {
  it('has at its top level what the design names, and what tools force', () => {
    const ignored = readFileSync('.gitignore', 'utf8').split('\n').map((line) => line.replace(/\/$/, ''));
    const unexpected = readdirSync('.').filter((name) => !name.startsWith('.') && !topLevel.has(name) && !ignored.includes(name));
    expect(unexpected).toEqual([]);
  });

  it('has no corner for things that found no place', () => {
    const corners = new Set(['utils', 'util', 'common', 'helpers', 'shared', 'misc', 'lib']);
    const found = files.flatMap(({ path }) => path.split('/')).filter((name) => corners.has(basename(name, '.ts')));
    expect(found).toEqual([]);
  });

  it('has no file that one cannot read at a sitting', () => {
    const long = files.map(({ path, text }) => [path, text.trimEnd().split('\n').length] as const).filter(([, lines]) => lines > longestFile);
    expect(long).toEqual([]);
  });

  it('names what is of Node as Node\'s', () => {
    const bare = new Set(builtinModules);
    expect(imports.filter(({ isOurs, to }) => !isOurs && bare.has(to)).map(told)).toEqual([]);
  });

  it('has a page and an access file in every room that decides', () => {
    const deciding = readdirSync('libs').filter((room) => existsSync(`libs/${room}/domain`));
    expect(deciding.filter((room) => !existsSync(`libs/${room}/access.ts`))).toEqual([]);
    expect(readdirSync('libs').filter((room) => !existsSync(`libs/${room}/README.md`))).toEqual([]);
  });
});
