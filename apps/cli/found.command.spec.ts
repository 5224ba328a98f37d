import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDataDirectory } from '../../libs/event-store/data-directory.ts';
import { People } from '../../libs/municipality/people/people.ts';
import { printEvents } from './events.command.ts';
import { found } from './found.command.ts';
import { clerk, CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';

let shell: CommandLine;
beforeEach(() => { shell = new CommandLine(); });
afterEach(() => shell.close());

const foundFile = (content: string | object) => {
  const file = shell.file('founding.json', content);
  return (output: Parameters<typeof found>[2]) => found(shell.settings, { file }, output);
};
const log = () => linesOf((output) => printEvents(shell.settings, {}, output));

const another = { ...sakura, name: { ja: '別の市', en: 'Another' }, people: [{ id: clerk, name: '別の人' }] };

describe.each(['no server runs', 'a server runs'])('meguri found while %s', (when) => {
  beforeEach(async () => {
    if (when === 'a server runs') await shell.serving();
  });

  it('records the office, and keeps the names of people out of the log', async () => {
    expect(await linesOf(foundFile(sakura))).toEqual([
      'founded sakura at position 0000000000000001; names of people kept apart from the log: 1',
    ]);
    const [event, ...more] = await log();
    expect(more).toEqual([]);
    expect(JSON.parse(event ?? '')).toMatchObject({
      header: { type: 'MunicipalityFounded', stream: 'municipality-sakura', actor: 'operator' },
      payload: { demonstration: false, appointments: sakura.appointments },
    });
    expect(event).not.toContain('担当者');
    expect(event).not.toContain('people');
  });

  it('answers the same founding again, and records it once', async () => {
    const first = await linesOf(foundFile(sakura));
    expect(await linesOf(foundFile(sakura))).toEqual(first);
    expect(await log()).toHaveLength(1);
  });

  it.each<[string, string | object, RegExp]>([
    ['no JSON', '{"id":', /founding\.json cannot be read: .*JSON/],
    ['no object', '"sakura"', /founding\.json cannot be read: it holds no JSON object/],
    ['a member that nobody knows', { ...sakura, mayor: 'x' }, /\(Unrecognized key: "mayor"\)/],
    ['an id that cannot be in an address', { ...sakura, id: 'さくら' }, /\(id: must be 2 to 31 of a-z and 0-9, a letter first\)/],
    ['a role that there is not', { ...sakura, posts: [{ ...sakura.posts[0], role: 'mayor' }] }, /posts\[0\]\.role: /],
    ['a person called by name', { ...sakura, appointments: [{ ...sakura.appointments[0], person: 'tanaka' }] }, /appointments\[0\]\.person: must be a UUID/],
    ['a name of nobody appointed', { ...sakura, appointments: [] }, /people\[0\]\.id: 0192f0c4-\S+ holds no post/],
    ['a name twice', { ...sakura, people: [...sakura.people, ...sakura.people] }, /people\[1\]\.id: \S+ is there already/],
    ['half a character', { ...sakura, name: { ja: 'さくら\ud842', en: 'x' } }, /name\.ja: has half a character in it/],
    ['a section of no department', { ...sakura, departments: [] }, /sections\[0\]\.department: there is no industry/],
  ])('refuses %s in one line, and says where', async (_what, content, line) => {
    expect(await refusalOf(foundFile(content))).toMatch(line);
    await linesOf(foundFile({ ...sakura, id: 'other', people: [] }));
    expect(await log()).toHaveLength(1);
  });

  it('refuses another founding of the same municipality', async () => {
    await linesOf(foundFile(sakura));
    expect(await refusalOf(foundFile(another))).toBe('meguri: This municipality is founded already');
    expect(await log()).toHaveLength(1);
  });
});

describe('meguri found', () => {
  it('keeps the names where they can be forgotten, and those of a refused founding nowhere', async () => {
    await linesOf(foundFile(sakura));
    await refusalOf(foundFile(another));
    await shell.onEngines(async ({ installation: { privateStore } }) => {
      expect(new People(privateStore).nameOf('sakura', clerk)).toBe('見本の担当者');
    });
    expect(readFileSync(shell.inData('events.sqlite')).includes('担当者')).toBe(false);
  });

  it('reads a file that an editor on Windows has marked', async () => {
    expect(await linesOf(foundFile(`\ufeff${JSON.stringify(sakura)}`))).toHaveLength(1);
  });

  it('says which process holds the data directory when that does not serve', async () => {
    const directory = openDataDirectory(shell.data);
    expect(await refusalOf(foundFile(sakura))).toMatch(new RegExp(`^meguri: .* is held by process ${process.pid} since `));
    directory.release();
  });

  it('says that a server does not answer', async () => {
    const serving = await shell.serving();
    await serving.stop();
    const directory = openDataDirectory(shell.data);
    directory.announce({ url: serving.url, operatorSecret: 'secret' });
    const line = await refusalOf(foundFile(sakura));
    expect(line).toMatch(new RegExp(`^meguri: the server at ${serving.url} \\(process ${process.pid}\\) does not answer: .*ECONNREFUSED`));
    expect(line).not.toContain('secret');
    directory.release();
  });
});
