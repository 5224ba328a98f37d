import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../platform/access/asker.ts';
import { sheetDecider } from './domain/sheet.ts';
import type { SheetEvent } from './domain/sheet.events.ts';
import { placeOf } from './facts.ts';
import { ListAllDuties, ListDuties } from './reads/duties/list-duties.ts';
import { ReadProgress } from './reads/progress/read-progress.ts';
import { ReadHistory, ReadSheet } from './reads/sheet.ts';
import { ListSheets } from './reads/sheets/list-sheets.ts';
import {
  answerApproved, answered, asked, chair, concluded, confirmed, drafted, entered, first, given as opinion, handedOver, logCommittees, otherCommittee,
  recusedFor, second, stranger, third, throughTheOffice, committee, withdrawn,
} from './reads/testing/committee-in-log.ts';
import { givenReads, type GivenReads } from './reads/testing/given-reads.ts';
import {
  asker, chief, clerk, logOffice, nurse, opened, promotionMeasure, saved, secretary, sheetOf, text,
} from './reads/testing/office-in-log.ts';
import { ReadWorkspace } from './reads/workspace/read-workspace.ts';

const stream = sheetOf(promotionMeasure);
const sheet = `2026-${promotionMeasure}`;
const auditor = asker('auditor', 'audit', 'auditor');
const everybody: Readonly<Record<string, Asker>> = { clerk, nurse, chief, secretary, auditor, first, second, third, chair, stranger };
const words = '言ったこと';

let given: GivenReads;
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  await logCommittees(given);
  await given.log(stream, opened(promotionMeasure), saved({ remark: text('所見') }), ...throughTheOffice, handedOver());
});
afterEach(() => given.close());

const log = (...events: readonly SheetEvent[]) => given.log(stream, ...events);

/** Every way on which something of a sheet comes out. */
const ways = {
  sheet: (who: Asker) => given.ask(ReadSheet, who, { sheet }),
  history: (who: Asker) => given.ask(ReadHistory, who, { sheet }),
  list: (who: Asker) => given.ask(ListSheets, who, { limit: 50 }),
  search: (who: Asker) => given.ask(ListSheets, who, { limit: 50, text: words }),
  workspace: (who: Asker) => given.ask(ReadWorkspace, who, { committee }),
  duties: (who: Asker) => given.ask(ListDuties, who, {}),
  allDuties: (who: Asker) => given.ask(ListAllDuties, who, {}),
  progress: (who: Asker) => given.ask(ReadProgress, who, { year: '2026' }),
  async changes(who: Asker) {
    const place = placeOf((await given.states.fold(sheetDecider, stream)).state);
    const told = await given.sight.of(who, sheetDecider, stream, place);
    return (await given.store.readStream(stream)).filter((event) => told(event) !== undefined).map(({ header: { type, revision } }) => ({ type, revision }));
  },
};

async function allTold(who: Asker): Promise<Readonly<Record<string, unknown>>> {
  const told: Record<string, unknown> = {};
  for (const [way, answer] of Object.entries(ways)) told[way] = JSON.parse(JSON.stringify(await answer(who)));
  return told;
}

/** The ways on which somebody is told words. */
async function tellsOn(who: Asker, said = words): Promise<readonly string[]> {
  const told = await allTold(who);
  return Object.keys(told).filter((way) => (way === 'search' ? (told[way] as { sheets: unknown[] }).sheets.length > 0 : JSON.stringify(told[way]).includes(said)));
}

/** To whom words are told on any way. */
async function toldTo(said = words): Promise<readonly string[]> {
  const told: string[] = [];
  for (const [name, who] of Object.entries(everybody)) if ((await tellsOn(who, said)).length > 0) told.push(name);
  return told;
}

/** For whom anything at all is other than before. */
async function noticedBy(...events: readonly SheetEvent[]): Promise<readonly string[]> {
  const before = new Map<string, unknown>();
  for (const [name, who] of Object.entries(everybody)) before.set(name, await allTold(who));
  await log(...events);
  const noticed: string[] = [];
  for (const [name, who] of Object.entries(everybody)) {
    if (JSON.stringify(await allTold(who)) !== JSON.stringify(before.get(name))) noticed.push(name);
  }
  return noticed;
}

const records = ['secretary', 'auditor'];

describe('an opinion', () => {
  it('is told its author and who keeps the records, and is noticed by nobody else', async () => {
    expect(await noticedBy(opinion('first', words))).toEqual([...records, 'first']);
    expect(await toldTo()).toEqual([...records, 'first']);
    expect(await tellsOn(first)).toEqual(['sheet', 'history', 'workspace']);
    expect(await tellsOn(second)).toEqual([]);
  });

  it('is told other members once their own is in, and for as long as it is', async () => {
    await log(opinion('first', words), opinion('second', '私はこう思う'));
    expect(await toldTo()).toEqual([...records, 'first', 'second']);
    expect(await tellsOn(second)).toEqual(['sheet', 'history', 'workspace']);
    await log(withdrawn('second'));
    expect(await toldTo()).toEqual([...records, 'first']);
  });

  it('that was entered for a member lets him hear others only when he has confirmed it', async () => {
    await log(opinion('first', words), entered('second', '聞き取ったこと'));
    expect(await toldTo()).toEqual([...records, 'first']);
    expect(await toldTo('聞き取ったこと')).toEqual([...records, 'first', 'second']);
    await log(confirmed('second'));
    expect(await toldTo()).toEqual([...records, 'first', 'second']);
  });

  it('that was withdrawn is told others no more', async () => {
    await log(opinion('first', words), opinion('second', '私はこう思う'), withdrawn('first'));
    expect(await toldTo()).toEqual([...records, 'first']);
  });

  it('is not told whoever keeps out of the sheet, nor is anything else of it', async () => {
    await log(opinion('first', words), opinion('second', '私はこう思う'), recusedFor('second', '親族が所管課にいるため'));
    expect(await toldTo()).toEqual([...records, 'first']);
    expect(await ways.sheet(second)).toMatchObject({ code: 'not-allowed' });
    expect(await ways.workspace(second)).toMatchObject({ sheets: [{ ownOpinion: 'recused' }] });
    expect(await toldTo('親族が')).toEqual([...records, 'first', 'third', 'chair']);
  });

  it('stays the committee\'s after the conclusion', async () => {
    await log(opinion('first', words), drafted, concluded('結論の内容'));
    expect(await toldTo()).toEqual([...records, 'first']);
    expect(JSON.stringify(await ways.sheet(clerk))).not.toContain('"opinions"');
  });

  it('is told the office after the conclusion where the scheme says so: of what was counted, the last word', async () => {
    const stage = 'open-committee';
    const said = (member: string, what: string) => opinion(member, what, {}, stage);
    await log(handedOver(stage), said('first', '最初の考え'), { ...said('first', words), type: 'OpinionRevised' } as SheetEvent, said('second', '数えない考え'));
    expect(await toldTo()).toEqual([...records, 'first', 'second']);
    await log({ ...drafted, stage }, concluded('結論の内容', { stage }));
    expect(await toldTo()).toEqual(['clerk', 'chief', ...records, 'first', 'second']);
    for (const untold of ['最初の考え', '数えない考え']) expect(await toldTo(untold)).toEqual([...records, 'first', 'second']);
    await log({ type: 'SheetReopened', to: stage, reason: '再審議', cycleRevision: 0 });
    expect(await toldTo()).toEqual([...records, 'first', 'second']);
  });
});

describe('what a committee does', () => {
  const ofCommittee = ['first', 'second', 'third', 'chair'];

  it.each<[string, SheetEvent, string]>([
    ['a recusal', recusedFor('unheard', words), words],
    ['a draft', drafted, '結論の文案'],
    ['a comment on its wording', { type: 'WordingCommented', stage: 'committee', member: 'first', text: words }, words],
    ['what a sub-group proposes', concluded(words, { toBeConfirmed: true }), words],
  ])('is noticed by its members and who keeps the records, and by nobody else: %s', async (_what, event, said) => {
    expect(await noticedBy(event)).toEqual([...records, ...ofCommittee]);
    expect(await toldTo(said)).toEqual([...records, ...ofCommittee]);
  });

  it('is told the office when it has come to a conclusion, without who said what', async () => {
    await log(opinion('first', words), drafted, concluded('結論の内容'));
    expect(await toldTo('結論の内容')).toEqual(['clerk', 'chief', ...records, ...ofCommittee]);
    expect(await toldTo('少数意見の内容')).toEqual(['clerk', 'chief', ...records, ...ofCommittee]);
    expect(await toldTo('委員会限りの覚え')).toEqual([...records, ...ofCommittee]);
    expect((await ways.history(clerk)).events.at(-1)).toMatchObject({ type: 'SecondEvaluationConcluded', opinions: [], roster: [], counted: [], dissents: [{ member: '' }] });
  });

  it('is beside next year\'s sheet what the office was told of it', async () => {
    const before = sheetOf(promotionMeasure, 2025);
    await given.log(before, opened(promotionMeasure, 2025), ...throughTheOffice, handedOver(), concluded('昨年の結論', { toBeConfirmed: true }));
    expect((await ways.sheet(clerk)).lastYear?.results).toEqual([]);
    await given.log(before, concluded('昨年の結論'));
    expect((await ways.sheet(clerk)).lastYear?.results).toEqual([{ stage: 'committee', by: 'committee', contents: { conclusion: text('昨年の結論') } }]);
    expect((await ways.sheet(first)).lastYear?.results).toMatchObject([{ contents: { note: text('委員会限りの覚え') } }]);
  });

  it('is told the office, where a sub-group proposed it, when the whole has confirmed it', async () => {
    await log(concluded('結論の内容', { toBeConfirmed: true }));
    expect((await ways.sheet(clerk)).phase).toBe('handed-over');
    await log({
      type: 'ConclusionConfirmed', stage: 'committee', member: 'chair', meeting: 'of the whole', committeeRevision: 5, roster: [], counted: [],
    });
    expect(await ways.sheet(clerk)).toMatchObject({ phase: 'concluded' });
    expect(await toldTo('結論の内容')).toEqual(['clerk', 'chief', ...records, ...ofCommittee]);
  });

  it('is told the office where it asks something; it is answered to the committee when the line has approved it', async () => {
    await log(asked);
    expect(await toldTo('質問の内容')).toEqual(['clerk', 'chief', ...records, ...ofCommittee]);
    expect(await noticedBy(answered)).toEqual(['clerk', 'chief', ...records]);
    await log({ type: 'AnswerSentBack', stage: 'committee', question: 'question-1', reason: '書き直し' }, { ...answered, text: '正しい回答' } as SheetEvent);
    expect(await toldTo('正しい回答')).toEqual(['clerk', 'chief', ...records]);
    await log(answerApproved);
    expect(await toldTo('正しい回答')).toEqual(['clerk', 'chief', ...records, ...ofCommittee]);
    expect(await toldTo('回答の内容')).toEqual(['clerk', 'chief', ...records]);
    expect(await toldTo('書き直し')).toEqual(['clerk', 'chief', ...records]);
  });

  it('is not told another committee, also where that one has the sheet after it', async () => {
    await log(opinion('first', words), drafted, concluded('結論の内容'), handedOver('open-committee', { committee: otherCommittee }));
    for (const said of [words, '結論の内容', '結論の文案']) expect(await tellsOn(stranger, said)).toEqual([]);
    expect(await noticedBy({ ...opinion('stranger', '別の意見'), stage: 'open-committee' } as SheetEvent)).toEqual([...records, 'stranger']);
  });

  it('names in the draft of a conclusion who dissents only to those whose own opinion is in', async () => {
    await log(opinion('first', words), { ...drafted, dissents: [{ member: 'second', text: '異論の内容' }] });
    expect(await toldTo('異論の内容')).toEqual([...records, 'first']);
  });

  it('keeps to who it is when he is appointed again: he keeps out of what he kept out of, and his own opinion is his', async () => {
    const again = (member: Asker): Asker =>
      ({ ...member, appointment: `${member.appointment} again`, memberships: [`${member.appointment}`, `${member.appointment} again`] });
    await log(opinion('first', words), opinion('second', '別の意見'), recusedFor('third', '親族が所管課にいるため'));
    expect([await ways.sheet(again(third)), await ways.history(again(third))]).toMatchObject([{ code: 'not-allowed' }, { code: 'not-allowed' }]);
    expect(await tellsOn(again(first), words)).not.toEqual([]);
    expect(await tellsOn(again(first), '別の意見')).not.toEqual([]);
  });

  it('names to the office nobody who has always to do with the section', async () => {
    await log(handedOver('open-committee', { recused: ['third'] }));
    expect(JSON.stringify(await ways.history(clerk))).not.toContain('third');
    expect(await ways.sheet(third)).toMatchObject({ code: 'not-allowed' });
  });
});
