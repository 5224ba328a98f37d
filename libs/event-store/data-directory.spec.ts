import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newDirectory } from './contract/given-directory.ts';
import { DataDirectoryRefused, openDataDirectory, readHolder } from './data-directory.ts';

let directory: ReturnType<typeof newDirectory>;
let path: string;
const others = new Set<ChildProcess>();
beforeEach(() => {
  directory = newDirectory();
  path = directory.file('data');
});
afterEach(() => {
  for (const other of others) other.kill('SIGKILL');
  others.clear();
  directory.remove();
});

function refusalOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    expect(error).toBeInstanceOf(DataDirectoryRefused);
    expect((error as Error).message).not.toContain('\n');
    return (error as Error).message;
  }
  throw new Error('was not refused');
}

/** Another process that takes the directory and keeps it until it is killed. */
async function holdElsewhere() {
  const module = new URL('./data-directory.ts', import.meta.url).href;
  const script = `
    const { openDataDirectory } = await import(${JSON.stringify(module)});
    openDataDirectory(${JSON.stringify(path)});
    setInterval(() => undefined, 1_000);
    console.log('holding');`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  others.add(holder);
  await once(holder.stdout, 'data');
  return holder;
}

describe('a data directory', () => {
  it('is made for its owner only, marked, and knows its places', () => {
    const data = openDataDirectory(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(join(path, 'meguri.json'), 'utf8'))).toEqual({ format: 1 });
    expect(data.paths).toEqual({
      events: join(path, 'events.sqlite'), private: join(path, 'private.sqlite'), digestKey: join(path, 'digest.key'),
      attachments: join(path, 'attachments'), editions: join(path, 'editions'), readModels: join(path, 'read-models'),
    });
    expect(statSync(data.paths.readModels).isDirectory()).toBe(true);
    data.release();
  });

  it('is used again with what is in it', () => {
    const first = openDataDirectory(path);
    writeFileSync(first.paths.events, 'events');
    first.release();
    const second = openDataDirectory(path);
    expect(readFileSync(second.paths.events, 'utf8')).toBe('events');
    second.release();
    second.release();
  });

  it('is taken over from a process that died while it made it', () => {
    mkdirSync(path);
    writeFileSync(join(path, 'lock.sqlite'), '');
    writeFileSync(join(path, 'holder.json'), '{"pid":1');
    mkdirSync(join(path, 'lost+found'));
    openDataDirectory(path).release();
    expect(JSON.parse(readFileSync(join(path, 'meguri.json'), 'utf8'))).toEqual({ format: 1 });
  });

  it.each([
    ['has files but no marker', 'is not a data directory of Meguri', 'report.xlsx', ''],
    ['has a marker without a format', 'names no format', 'meguri.json', '{}'],
    ['has a marker that is no JSON', 'names no format', 'meguri.json', 'format: 1'],
    ['was written by a newer Meguri', 'newer Meguri', 'meguri.json', '{"format":2}'],
  ])('is refused in one line when it %s', (_what, words, name, content) => {
    mkdirSync(path);
    writeFileSync(join(path, name), content);
    expect(refusalOf(() => openDataDirectory(path))).toContain(words);
    expect(refusalOf(() => openDataDirectory(path))).toContain(path);
  });

  it('is refused in one line when it is a file', () => {
    writeFileSync(path, '');
    expect(refusalOf(() => openDataDirectory(path))).toContain('cannot be used as data directory');
  });
});

describe('the lock of a data directory', () => {
  it('lets nobody else in, of this process or another, and says who holds it', async () => {
    const data = openDataDirectory(path, '2026-04-01T00:00:00.000Z');
    expect(refusalOf(() => openDataDirectory(path))).toBe(`${path} is held by process ${process.pid} since 2026-04-01T00:00:00.000Z`);
    data.announce({ url: 'http://127.0.0.1:3000', operatorSecret: 'secret' });
    const message = refusalOf(() => openDataDirectory(path));
    expect(message).toContain('http://127.0.0.1:3000');
    expect(message).not.toContain('secret');
    data.release();
    const holder = await holdElsewhere();
    expect(refusalOf(() => openDataDirectory(path))).toContain(`is held by process ${holder.pid}`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  });

  it('tells who holds it, to the owner only', async () => {
    expect(await readHolder(path)).toBeUndefined();
    const data = openDataDirectory(path, '2026-04-01T00:00:00.000Z');
    const known = { pid: process.pid, startedAt: '2026-04-01T00:00:00.000Z' };
    expect(await readHolder(path)).toEqual(known);
    data.announce({ url: 'http://127.0.0.1:3000', operatorSecret: 'secret' });
    expect(await readHolder(path)).toEqual({ ...known, url: 'http://127.0.0.1:3000', operatorSecret: 'secret' });
    expect(statSync(join(path, 'holder.json')).mode & 0o777).toBe(0o600);
    data.release();
    expect(await readHolder(path)).toBeUndefined();
  });

  it('is not loosened by being looked at', async () => {
    const data = openDataDirectory(path);
    for (let turn = 0; turn < 3; turn += 1) await readHolder(path);
    const script = `
      const { openDataDirectory } = await import(${JSON.stringify(new URL('./data-directory.ts', import.meta.url).href)});
      try { openDataDirectory(${JSON.stringify(path)}); console.log('got in'); } catch (error) { console.log(error.name); }`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = await once(other.stdout, 'data') as [Buffer];
    expect(said.toString().trim()).toBe('DataDirectoryRefused');
    data.release();
  });

  it('does not take a predecessor for the holder who has not said yet who it is', async () => {
    const predecessor = await holdElsewhere();
    predecessor.kill('SIGKILL');
    await once(predecessor, 'exit');
    const left = readFileSync(join(path, 'holder.json'), 'utf8');
    const holder = await holdElsewhere();
    const own = readFileSync(join(path, 'holder.json'), 'utf8');
    writeFileSync(join(path, 'holder.json'), left);
    const found = readHolder(path);
    await setTimeout(60);
    writeFileSync(join(path, 'holder.json'), own);
    expect(await found).toMatchObject({ pid: holder.pid });
  });

  it('dies with its process, however that dies', async () => {
    const holder = await holdElsewhere();
    expect(await readHolder(path)).toMatchObject({ pid: holder.pid });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(readFileSync(join(path, 'holder.json'), 'utf8')).toContain(`"pid":${holder.pid}`);
    expect(await readHolder(path)).toBeUndefined();
    const data = openDataDirectory(path);
    expect(await readHolder(path)).toMatchObject({ pid: process.pid });
    data.release();
  });
});
