import { committeeDecider, committeeStream } from '../libs/committee/domain/committee.ts';
import { recommendationDecider, recommendationStream, type AdoptedRecommendation } from '../libs/evaluation/domain/recommendations/recommendation.ts';
import * as evaluation from '../libs/evaluation/recommendation.commands.ts';
import { systemAsker } from '../libs/platform/access/asker.ts';
import { deriveUuid } from '../libs/platform/commands/command-id.ts';
import type { CommandClass, FactReader } from '../libs/platform/commands/verb.ts';
import type { GoldenCommittee } from './golden-year.committee.ts';
import { origin, type Deed } from './golden-year.deed.ts';
import { askerAs, municipality } from './golden-year.new-office.papers.ts';

type Post = Parameters<typeof askerAs>[0];

/** What a sheet’s conclusion recommends. */
interface OfConclusion {
  readonly sheet: string;
  readonly stage: string;
  readonly meeting: string;
  readonly sheetRevision: number;
}

/** A general recommendation from the meeting that adopted it, and one on a sheet from its conclusion to its result, and once more open. */
export async function recommendationIsAnswered(
  deed: Deed, states: FactReader, { id: committee }: GoldenCommittee, concluded: OfConclusion,
): Promise<void> {
  const general = recommendationStream(municipality, deriveUuid(origin, 'general recommendation'));
  await deed('recommendation: record a general one', askerAs('secretariat'), evaluation.AdoptGeneralRecommendation, general, {
    committee, meeting: await meetingHeld(states, committee), number: 1, text: '評価の時期を早められたい。', section: 'promotion',
  });
  const stream = recommendationStream(municipality, deriveUuid(origin, 'recommendation that is answered'));
  const does = <Body extends object>(name: string, post: Post, command: CommandClass<Body>, body: Body): Promise<void> =>
    deed(`recommendation: ${name}`, askerAs(post), command, stream, body);
  const basedOn = async (): Promise<number> => ((await states.fold(recommendationDecider, stream)).state as AdoptedRecommendation).revision;
  await deed('recommendation: adopt one of a conclusion', system, evaluation.AdoptRecommendation, stream, {
    ...concluded, number: 2, text: '効果を金額で示されたい。',
  });
  await does('write the response', 'clerk', evaluation.WriteResponse, { basedOn: await basedOn(), policy: 'consider', text: '検討する。' });
  await does('submit it', 'clerk', evaluation.SubmitResponse, {});
  await does('send it back', 'chief', evaluation.SendResponseBack, { reason: '時期を明らかにすること。' });
  await does('write it anew', 'clerk', evaluation.WriteResponse, {
    basedOn: await basedOn(), policy: 'follow-in-part', text: '令和9年度の評価から商談額を示す。',
  });
  await does('submit it again', 'clerk', evaluation.SubmitResponse, {});
  await does('approve it over the chief', 'manager', evaluation.ApproveResponse, { basedOn: await basedOn(), way: 'over', reason: '係長の不在のため。' });
  await does('agree to it', 'tourism-manager', evaluation.ApproveResponse, { basedOn: await basedOn() });
  await does('approve it for the director', 'manager', evaluation.ApproveResponse, {
    basedOn: await basedOn(), way: 'for-absent', reason: '部長の不在のため。',
  });
  await does('report the result', 'clerk', evaluation.ReportResult, { year: 2027, text: '商談額を調査した。', amount: '１，２００', planVersion: 1 });
  await does('close it', 'secretariat', evaluation.CloseRecommendation, { reason: '反映したため。' });
  await does('reopen it', 'secretariat', evaluation.ReopenRecommendation, { reason: '次年度も取り組むため。' });
}

/** Another one of that conclusion, which was undone when the sheet was reopened. */
export async function recommendationIsWithdrawn(deed: Deed, concluded: OfConclusion): Promise<void> {
  const stream = recommendationStream(municipality, deriveUuid(origin, 'recommendation of a conclusion'));
  await deed('recommendation: adopt it', system, evaluation.AdoptRecommendation, stream, {
    ...concluded, number: 1, text: '成果指標を改められたい。',
  });
  await deed('recommendation: withdraw it', system, evaluation.WithdrawRecommendation, stream, {
    sheetRevision: concluded.sheetRevision, reason: '新たな資料が提出されたため。',
  });
}

const system = systemAsker(municipality, 'adopt-recommendations');

async function meetingHeld(states: FactReader, committee: string): Promise<string> {
  const { state } = await states.fold(committeeDecider, committeeStream(municipality, committee));
  const held = state.phase === 'absent' ? undefined : Object.values(state.meetings).find((one) => one.held !== undefined);
  if (held === undefined) throw new Error('the committee has not met');
  return held.id;
}
