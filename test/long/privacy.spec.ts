import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDirectory } from '../../libs/event-store/contract/given-directory.ts';
import { eventually } from '../../libs/event-store/contract/given-events.ts';
import { ServerProcess } from './server-process.ts';

const place = newDirectory();
const directory = place.file('data');
const demonstration = new ServerProcess(directory, 'demo', { MEGURI_LOG_LEVEL: 'debug' });
let url: string;

beforeAll(async () => { url = await demonstration.ready(); });
afterAll(async () => {
  await demonstration.stop();
  place.remove();
});

describe('a running server', () => {
  it('keeps every file of its data directory to whoever runs it', () => {
    const files = readdirSync(directory, { recursive: true }) as string[];
    expect(files).toEqual(expect.arrayContaining(['events.sqlite', 'private.sqlite', 'digest.key', 'holder.json']));
    expect(files.filter((file) => (statSync(join(directory, file)).mode & 0o077) !== 0)).toEqual([]);
  });

  it('logs routes and outcomes, and never a name, a token or what somebody wrote or looked for', async () => {
    const token = /(meguri_\S+) +産業振興課 担当$/m.exec(demonstration.output())?.[1] as string;
    const headers = { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' };
    const { sheets } = await (await fetch(`${url}/api/mihon/sheets?phase=drafting`, { headers })).json() as { sheets: { id: string }[] };
    expect(sheets.length).toBeGreaterThan(0);
    const sheet = `${url}/api/mihon/sheets/${sheets[0]?.id}`;
    await fetch(sheet, { method: 'PATCH', headers, body: JSON.stringify({ basedOn: 0, fields: { reason: '秘密の記述' } }) });
    await fetch(sheet, { method: 'PATCH', headers, body: '{"fields": "秘密の記述' });
    await fetch(`${url}/api/mihon/sheets?section=秘密の検索`, { headers });
    await fetch(`${url}/api/mihon/sheets?text=秘密の検索`, { headers });
    await fetch(`${sheet}/files?field=attachments&name=秘密の資料.pdf`, {
      method: 'POST', headers: { ...headers, 'content-type': 'application/pdf' }, body: '%PDF-1.7\n秘密の内容',
    });
    const chair = /(meguri_\S+) +みほん市行政評価委員会 委員長/.exec(demonstration.output())?.[1] as string;
    const asChair = { ...headers, authorization: `Bearer ${chair}` };
    const { committees: [committee] } = await (await fetch(`${url}/api/mihon/committees`, { headers: asChair })).json() as { committees: { id: string }[] };
    const { members } = await (await fetch(`${url}/api/mihon/committees/${committee?.id}`, { headers: asChair })).json() as { members: { person: { name: string } }[] };
    expect(members.length).toBeGreaterThan(1);
    for (const [path, body] of [['questions', { text: '秘密の質問' }], ['recuse', { reason: '秘密の事情' }], ['opinion', { basedOn: 0, opinion: { view: '秘密の意見' } }]] as const) {
      await fetch(`${sheet}/${path}`, { method: 'POST', headers: asChair, body: JSON.stringify(body) });
    }
    await fetch(`${url}/api/mihon/session`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login: 'himitsu-login', password: 'himitsu-password' }),
    });
    const lines = () => demonstration.output().split('\n').filter((line) => line.startsWith('{'));
    // A line is written when its answer is on its way already.
    await eventually('the last line', () => lines().some((line) => line.includes('"route":"/api/:municipality/session"')));
    const logged = lines();
    expect(logged.filter((line) => line.includes('"route":"/api/:municipality/sheets/:sheet"')).length).toBeGreaterThan(1);
    expect(logged.filter((line) => line.includes('/sheets/:sheet/files","status":201'))).not.toEqual([]);
    expect(logged.filter((line) => line.includes('/sheets/:sheet/opinion"'))).not.toEqual([]);
    const secrets = ['産業振興課', '見本', '行政評価委員会', '秘密', encodeURIComponent('秘密'), 'himitsu', token, chair, String(sheets[0]?.id), ...members.map(({ person }) => person.name)];
    for (const secret of secrets) {
      expect(logged.filter((line) => line.includes(secret))).toEqual([]);
    }
  });
});
