import * as evaluation from '../libs/evaluation/second-evaluation.commands.ts';
import * as stages from '../libs/evaluation/stage.commands.ts';
import type { CommitteeWho, SheetAt, SheetWho, Stage } from './access-sheets.ts';

const text = '本文';
const reason = '理由';

/** What the committee says of every sheet. */
export const opinion = { effect: '有効である。' };

/** From the acceptance to a stage of those that come after it. */
export async function comesBeforeCommittee(sheet: SheetAt, stage: Stage): Promise<void> {
  await handsOver(sheet, 'committee', stage === 'proposed' ? { subgroup: sheet.committee.subgroup } : {});
  if (sheet.place === 'recused') await keepOut(sheet);
  switch (stage) {
    case 'handed-over': return;
    case 'asked': return asks(sheet);
    case 'answered':
      await asks(sheet);
      return answers(sheet);
    case 'opined': return giveAll(sheet, [...askersOn(sheet), 'deputy', 'colleague']);
    case 'entered': return enterAll(sheet, [...askersOn(sheet), 'absentee']);
    default:
  }
  await drafts(sheet);
  if (stage === 'drafted') return;
  await concludes(sheet, stage === 'proposed');
  if (stage === 'proposed' || stage === 'concluded') return;
  if (stage === 'final') return finalises(sheet);
  await handsOver(sheet, 'mayor');
}

/** Of those who ask, who takes part. */
export function askersOn(sheet: SheetAt): readonly ('member' | 'chair')[] {
  return sheet.place === 'committee' ? ['member', 'chair'] : [];
}

export async function handsOver(sheet: SheetAt, stage: 'internal' | 'committee' | 'mayor', of: { readonly subgroup?: string } = {}): Promise<void> {
  const body = { basedOn: await sheet.revision(), stage, ...(stage === 'committee' && { committee: sheet.committee.id, ...of }) };
  await sheet.does('other-secretariat', stages.HandSheetOver, body);
}

/** The member and the chair who ask. */
export async function keepOut(sheet: SheetAt): Promise<void> {
  for (const who of ['member', 'chair'] as const) await sheet.does(who, evaluation.RecuseOneself, { reason });
}

export async function asks(sheet: SheetAt): Promise<void> {
  await sheet.does('colleague', stages.AskQuestion, { text });
}

/** The last that was asked. */
export async function lastQuestion(sheet: SheetAt): Promise<string> {
  return Object.keys((await sheet.state()).works['committee']?.questions ?? {}).at(-1) as string;
}

export async function answers(sheet: SheetAt): Promise<void> {
  await sheet.does('clerk', stages.AnswerQuestion, { question: await lastQuestion(sheet), text });
}

/** What he says, or says anew. */
export async function gives(sheet: SheetAt, who: CommitteeWho | 'member' | 'chair', said: object = opinion): Promise<void> {
  const own = (await sheet.state()).works['committee']?.opinions[membershipOf(sheet, who)];
  const revises = own === undefined || own.isWithdrawn ? {} : { revises: own.revision };
  await sheet.does(who, evaluation.GiveOpinion, { basedOn: await sheet.revision(), opinion: { ...said }, ...revises });
}

async function giveAll(sheet: SheetAt, all: readonly Parameters<typeof gives>[1][]): Promise<void> {
  for (const who of all) await gives(sheet, who);
}

export async function enterAll(sheet: SheetAt, all: readonly Parameters<typeof gives>[1][]): Promise<void> {
  for (const who of all) {
    await sheet.does('other-secretariat', evaluation.EnterOpinion, {
      member: membershipOf(sheet, who), opinion, way: 'paper', receivedOn: '2021-04-01',
    });
  }
}

export async function drafts(sheet: SheetAt): Promise<void> {
  const revises = (await sheet.state()).works['committee']?.draft?.revision;
  await sheet.does('other-secretariat', evaluation.DraftConclusion, {
    conclusion: { judgement: '妥当である。' }, recommendations: [], dissents: [], ...(revises !== undefined && { revises }),
  });
}

export async function concludes(sheet: SheetAt, isOfSubgroup: boolean): Promise<void> {
  const { meeting, meetingOfSubgroup } = sheet.committee;
  await sheet.does(isOfSubgroup ? 'deputy' : 'presider', evaluation.Conclude, {
    basedOn: await sheet.revision(), meeting: isOfSubgroup ? meetingOfSubgroup : meeting,
  });
}

export async function finalises(sheet: SheetAt): Promise<void> {
  await sheet.does('other-secretariat', stages.FinaliseSheet, { basedOn: await sheet.revision(), reason });
}

export function membershipOf(sheet: SheetAt, who: SheetWho): string {
  return sheet.membership(sheet.post(who) as Parameters<SheetAt['membership']>[0]);
}
