import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../libs/kernel/clock.ts';
import { fiscalYearAt } from '../../libs/kernel/fiscal-year.ts';
import { RenameSection } from '../../libs/municipality/commands.ts';
import { municipalityStream } from '../../libs/municipality/domain/municipality.ts';
import { columns } from '../../libs/municipality/import/roster.ts';
import { PeopleImport } from '../../libs/municipality/import/people-import.ts';
import { inShiftJis } from '../../libs/municipality/import/roster-examples.ts';
import { PeopleRecords } from '../../libs/municipality/people/people-records.ts';
import { operatorAsker } from '../../libs/platform/access/asker.ts';
import type { Installation } from '../../libs/platform/installation.ts';
import { operatorDeeds } from '../api/operator-deeds.ts';
import { printEvents } from './events.command.ts';
import { found } from './found.command.ts';
import { importPeople } from './import.command.ts';
import { clerk, CommandLine, linesOf, refusalOf, sakura } from './testing/given-command-line.ts';

const year = fiscalYearAt(systemClock.now());
const [thisApril, nextApril] = [`${year}-04-01`, `${year + 1}-04-01`];

const listOf = (date: string, ...rows: readonly string[]) => [columns.join(','), ...rows.map((row) => `${date},${row}`), ''].join('\r\n');

const lastYear = listOf(thisApril,
  'industry,産業部,promotion,産業振興課,director,産業部長,承認者,部長,001,田中 一郎,tanaka@example.jp',
  'industry,産業部,promotion,産業振興課,clerk,主事,担当,,002,見本の 担当者,',
  'industry,産業部,tourism,観光課,guide,観光係主事,担当,,003,佐藤 花子,',
  'industry,産業部,tourism,観光課,driver,運転主事,担当,,004,鈴木 次郎,');
const thisYear = listOf(nextApril,
  'industry,産業部,promotion,産業振興課,director,産業部長,承認者,部長,001,田中 一郎,tanaka@example.jp',
  'industry,産業部,promotion,産業振興課,clerk,主事,担当,,005,高橋 三郎,',
  'industry,産業部,tourism,観光交流課,guide,観光係主事,担当,,002,見本の 担当者,',
  'planning,企画部,policy,企画課,office,行政評価担当,事務局,manager,,,');

let shell: CommandLine;
beforeEach(async () => {
  shell = new CommandLine();
  await linesOf((output) => found(shell.settings, { file: shell.file('founding.json', sakura) }, output));
});
afterEach(() => shell.close());

const importing = (list: string | Buffer, options: { readonly 'dry-run'?: boolean; readonly 'municipality'?: string } = {}) => {
  const file = shell.path('people.csv');
  writeFileSync(file, list);
  return (output: Parameters<typeof importPeople>[2]) => importPeople(shell.settings, { file, ...options }, output);
};
const log = () => linesOf((output) => printEvents(shell.settings, {}, output));
const typesOf = (lines: readonly string[]) => lines.map((line) => (JSON.parse(line) as { header: { type: string } }).header.type);
/** Ends at the position, which is the engine's own. */
const withoutPosition = (lines: readonly string[]) => lines.map((line) => line.replace(/（position \d+）/, ''));
const recordsOf = ({ privateStore, clock }: Installation) => new PeopleRecords(privateStore, clock);

describe.each(['no server runs', 'a server runs'])('meguri import people while %s', (when) => {
  beforeEach(async () => {
    if (when === 'a server runs') await shell.serving();
  });

  it('founds sections, posts and people, and knows who held his post before', async () => {
    expect(withoutPosition(await linesOf(importing(lastYear)))).toEqual([
      `さくら市（sakura） ${thisApril}付けの名簿`,
      '課の新設 1件',
      '  tourism  観光課',
      '職の新設 3件',
      '  director  産業振興課 産業部長',
      '  guide     観光課 観光係主事',
      '  driver    観光課 運転主事',
      '転入・新規 3人',
      '  001  田中 一郎  産業振興課 産業部長（director）',
      '  003  佐藤 花子  観光課 観光係主事（guide）',
      '  004  鈴木 次郎  観光課 運転主事（driver）',
      '変更なし 1人',
      '氏名の変更 1人',
      '  002  見本の担当者 → 見本の 担当者',
      'メールアドレスの登録・変更 1人',
      '7件を記録しました。',
    ]);
    const lines = await log();
    expect(typesOf(lines)).toEqual([
      'MunicipalityFounded', 'SectionFounded', 'PostCreated', 'PostCreated', 'PostCreated', 'PersonAppointed', 'PersonAppointed', 'PersonAppointed',
    ]);
    for (const secret of ['田中', 'tanaka', '"001"', '担当者']) expect(lines.join('\n')).not.toContain(secret);
  });

  it('shows joiners, movers and leavers before it writes them, and writes them once', async () => {
    await linesOf(importing(lastYear));
    const before = await log();
    const preview = [
      `さくら市（sakura） ${nextApril}付けの名簿`,
      '部の新設 1件',
      '  planning  企画部',
      '課の新設 1件',
      '  policy  企画課',
      '課の改称 1件',
      '  tourism  観光課 → 観光交流課',
      '職の新設 1件',
      '  office  企画課 行政評価担当',
      '転入・新規 1人',
      '  005  高橋 三郎  産業振興課 主事（clerk）',
      '異動 1人',
      '  002  見本の 担当者  産業振興課 主事（clerk） → 観光交流課 観光係主事（guide）',
      '退職・転出 2人',
      '  003  佐藤 花子  観光課 観光係主事（guide）',
      '  004  鈴木 次郎  観光課 運転主事（driver）',
      '変更なし 1人',
      '空席になる職 1件',
      '  driver  観光交流課 運転主事',
      '名簿にない職（職は残ります） 1件',
      '  driver  観光交流課 運転主事',
    ];
    expect(await linesOf(importing(thisYear, { 'dry-run': true }))).toEqual([...preview, '確認のみです。何も書き込んでいません（取り込むと9件を記録します）。']);
    expect(await log()).toEqual(before);
    expect(withoutPosition(await linesOf(importing(thisYear)))).toEqual([...preview, '9件を記録しました。']);
    const after = await log();
    expect(typesOf(after.slice(before.length))).toEqual([
      'DepartmentFounded', 'SectionRenamed', 'SectionFounded', 'PostCreated',
      'AppointmentEnded', 'AppointmentEnded', 'AppointmentEnded', 'PersonAppointed', 'PersonAppointed',
    ]);
    expect(await linesOf(importing(thisYear))).toContain('組織と発令に変更はありません。');
    expect(await linesOf(importing(inShiftJis(thisYear)))).toContain('変更なし 3人');
    expect(await log()).toEqual(after);
  });

  it('names every fault of a list by row and column, and writes nothing', async () => {
    const before = await log();
    const faulty = lastYear.replace('003,佐藤 花子', '003,=1+1').replace('driver,運転主事', 'director,運転主事');
    const output: string[] = [];
    const line = await refusalOf((said) => importing(faulty)({ line: async (text) => { output.push(text); await said.line(text); } }));
    expect(output).toEqual([
      expect.stringMatching(/^4行目「氏名」 「=」で始まる値は、/),
      expect.stringMatching(/^5行目「職コード」 2行目と同じ職（director）です。/),
    ]);
    expect(line).toMatch(/^meguri: .*people\.csv: 2件の誤りがあります。何も書き込んでいません。$/);
    expect(await log()).toEqual(before);
  });

  it('names more faults than fit into a line', async () => {
    const output: string[] = [];
    await refusalOf(async () => importing(lastYear.replaceAll('industry', '産業'))({ line: async (text) => { output.push(text); } }));
    expect(output.filter((line) => /^[2-5]行目「部コード」 半角の/.test(line))).toHaveLength(4);
  });

  it.each([
    ['a municipality that there is not', { municipality: 'kaede' }, 'meguri: There is no such municipality (municipality: kaede)'],
    ['what is no municipality', { municipality: 'さくら' }, 'meguri: There is no such municipality (municipality: さくら)'],
  ])('refuses %s', async (_what, options, line) => expect(await refusalOf(importing(lastYear, options))).toBe(line));

  it('must be told which municipality is meant when there are several', async () => {
    await linesOf((output) => found(shell.settings, { file: shell.file('other.json', { ...sakura, id: 'other', people: [] }) }, output));
    expect(await refusalOf(importing(lastYear))).toBe('meguri: Something in the input is wrong (municipality: must be said, because there are several)');
    expect(await linesOf(importing(lastYear, { 'municipality': 'sakura', 'dry-run': true }))).toContain('変更なし 1人');
  });
});

describe('meguri import people', () => {
  it('keeps nothing of a list that was only looked at', async () => {
    await linesOf(importing(lastYear, { 'dry-run': true }));
    await shell.onEngines(async ({ installation }) => {
      expect(recordsOf(installation).numbers.all('sakura')).toEqual(new Map());
      expect(recordsOf(installation).people.all('sakura')).toEqual([{ id: clerk, name: '見本の担当者' }]);
    });
  });

  it('refuses a day of a year that is too far ahead', async () => {
    const output: string[] = [];
    await refusalOf(async () => importing(lastYear.replaceAll(thisApril, `${year + 2}-04-01`))({ line: async (text) => { output.push(text); } }));
    expect(output).toEqual(['2行目「発令日」 翌年度より後の日付は取り込めません。']);
  });

  it('finishes an import that was cut off, with the same people', async () => {
    await linesOf(importing(lastYear));
    await shell.onEngines(async ({ installation }) => {
      const { runner, states, clocks } = installation;
      let left = 7;
      const dying: Pick<typeof runner, 'run'> = {
        run: async (command) => {
          left -= 1;
          if (left < 0) throw new Error('the machine went down');
          return runner.run(command);
        },
      };
      const cutOff = new PeopleImport({ runner: dying, states, clocks, records: recordsOf(installation) });
      await expect(cutOff.run({ municipality: 'sakura', bytes: Buffer.from(thisYear), write: true })).rejects.toThrow('went down');
    });
    const numbers = () => shell.onEngines(async ({ installation }) => recordsOf(installation).numbers.all('sakura'));
    const before = await numbers();
    const lines = await linesOf(importing(thisYear));
    expect(lines).toContain('  002  見本の 担当者  産業振興課 主事（clerk） → 観光交流課 観光係主事（guide）');
    expect(withoutPosition(lines)).toContain('2件を記録しました。');
    expect(await numbers()).toEqual(before);
    expect(typesOf(await log()).filter((type) => type === 'PersonAppointed')).toHaveLength(5);
  });

  it('does again what was undone since', async () => {
    const byHand = () => shell.onEngines(({ installation }) => installation.runner.run(new RenameSection(
      municipalityStream('sakura'), { asker: operatorAsker('sakura'), key: randomUUID() },
      { section: 'tourism', name: { ja: '別の課', en: 'Another' }, fromYear: year })));
    await linesOf(importing(lastYear));
    for (let round = 0; round < 2; round += 1) {
      await byHand();
      expect(withoutPosition(await linesOf(importing(lastYear)))).toEqual(expect.arrayContaining(['  tourism  別の課 → 観光課', '1件を記録しました。']));
    }
    expect(typesOf(await log()).filter((type) => type === 'SectionRenamed')).toHaveLength(4);
  });

  it('says that the office was changed meanwhile, and how far it came', async () => {
    await shell.onEngines(async ({ installation }) => {
      const { runner, states, clocks } = installation;
      const other = operatorDeeds(installation);
      const overtaken = new PeopleImport({
        runner: { run: async (command) => { await other.close({ municipality: 'sakura' }); return runner.run(command); } },
        states, clocks, records: recordsOf(installation),
      });
      expect(await overtaken.run({ municipality: 'sakura', bytes: Buffer.from(lastYear), write: true }))
        .toMatchObject({ code: 'import-overtaken', details: { done: 0, of: 7, reason: 'municipality-closed' } });
    });
  });

  it('forgets the number with the person', async () => {
    await linesOf(importing(lastYear));
    await shell.onEngines(async ({ installation }) => {
      const records = recordsOf(installation);
      records.forget('sakura', records.numbers.all('sakura').get('004') ?? '');
      expect([...records.numbers.all('sakura').keys()].sort()).toEqual(['001', '002', '003']);
    });
  });

  it('keeps people out of the log to the byte', async () => {
    await linesOf(importing(lastYear));
    const bytes = readFileSync(shell.inData('events.sqlite'));
    for (const secret of ['田中', 'tanaka@']) expect(bytes.includes(secret)).toBe(false);
  });
});
