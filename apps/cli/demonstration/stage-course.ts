import { recommendationDecider, recommendationStream } from '../../../libs/evaluation/domain/recommendations/recommendation.ts';
import { sheetId, sheetStream } from '../../../libs/evaluation/domain/sheet.ts';
import type { Result } from '../../../libs/evaluation/domain/stage-work.ts';
import {
  CommentOnWording, Conclude, ConfirmConclusion, ConfirmOpinion, DraftConclusion, EnterOpinion, GiveOpinion, RecuseOneself,
} from '../../../libs/evaluation/second-evaluation.commands.ts';
import {
  AnswerQuestion, ApproveAnswer, AskQuestion, DecideStage, FinaliseSheet, HandSheetOver, SendAnswerBack,
} from '../../../libs/evaluation/stage.commands.ts';
import type { Instant } from '../../../libs/kernel/clock.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import { membersOfSubgroup, readersOfRest, subgroupOf } from './committee.ts';
import type { Member } from './content/members.ts';
import { typedOpinion, usualOpinion, type OpinionContent } from './content/opinion.ts';
import type { QuestionContent, SecondEvaluation } from './content/second-evaluation.ts';
import { openDay, timeOn } from './days.ts';
import type { Deeds, Doing } from './deeds.ts';
import { committeeId, municipality } from './office.ts';
import { lineOf } from './sheet-course.ts';
import { SheetDeeds } from './sheet-deeds.ts';
import { autumn, momentOn, type DemonstrationYear } from './year.ts';

/** One sheet after its first evaluation. */
export interface SheetInStages {
  readonly node: string;
  readonly number: string;
  readonly place: number;
  /** Which wrote it. */
  readonly section: string;
  readonly related: readonly string[];
  readonly attainment: 'a' | 'b' | 'c';
  /** Its condition holds, and it does not go before the committee. */
  readonly skippedFor: string | undefined;
  readonly isOfSubgroup: boolean;
}

const usualOpinionOfMeeting = {
  a: '一次評価は妥当と認める。',
  b: '一次評価は妥当と認める。目標に届かなかった指標の改善に努めること。',
  c: '一次評価は妥当と認める。遅れの要因を整理し、早期に改善すること。',
};
const usualInstruction = '庁内評価会議の意見を踏まえ、次の年度の取組に反映すること。';
const instructionOnSecond = '行政評価委員会の意見を踏まえ、次の年度の取組に反映すること。';
/** Hands in his opinion on paper. */
const onPaper: Member = 'physician';

/** Everything that happens to one sheet of a year that is over, from the meeting in house to its last word. */
export class StageCourse {
  readonly #deeds: SheetDeeds;

  constructor(
    private readonly year: DemonstrationYear, private readonly sheet: SheetInStages, private readonly second: SecondEvaluation | undefined,
  ) {
    this.#deeds = new SheetDeeds('stages', year.year, sheet);
  }

  doings(): readonly Doing[] {
    const { attainment, skippedFor } = this.sheet;
    this.#stage(autumn.inHouse, 'internal-meeting', { 'meeting-opinion': usualOpinionOfMeeting[attainment] });
    if (this.second !== undefined) this.#committee(this.second);
    this.#stage(autumn.mayor, 'mayor', { instruction: this.second === undefined ? usualInstruction : this.second.instruction ?? instructionOnSecond });
    this.#do(autumn.final, 10, 'secretariat', FinaliseSheet, async (deeds) =>
      ({ ...await this.#deeds.seen(deeds), ...(skippedFor !== undefined && { reason: skippedFor }) }));
    return this.#deeds.doings;
  }

  #stage(day: number, stage: string, decision: Readonly<Record<string, string>>): void {
    this.#do(day, 10, 'secretariat', HandSheetOver, async (deeds) => ({ ...await this.#deeds.seen(deeds), stage }));
    this.#do(day + 3, 11, 'secretariat', DecideStage, { decision, decidedOn: this.#date(day + 3) });
  }

  #committee(second: SecondEvaluation): void {
    const { isOfSubgroup } = this.sheet;
    this.#do(autumn.handOver, 10, 'secretariat', HandSheetOver, async (deeds) => ({
      ...await this.#deeds.seen(deeds), stage: 'committee', committee: committeeId,
      ...(isOfSubgroup && { subgroup: await subgroupOf(deeds) }), ...(second.chosen !== undefined && { reason: second.chosen }),
    }));
    if (second.recused !== undefined) this.#do(autumn.handOver + 1, 9, second.recused.by, RecuseOneself, { reason: second.recused.reason });
    if (second.question !== undefined) this.#ask(second.question);
    this.#opinions(second);
    this.#draft(second);
    this.#conclude();
  }

  #ask({ by, about, text, answer, sentBack }: QuestionContent): void {
    const [staff, line] = [`${this.sheet.section}-staff`, lineOf(this.sheet.section, this.sheet.related)];
    let day: number = autumn.question;
    const write = (words: string) => {
      this.#do(day, 13, staff, AnswerQuestion, async (deeds) => ({ question: await this.#deeds.question(deeds), text: words }));
    };
    this.#do(day, 10, by, AskQuestion, { text, ...(about !== undefined && { about }) });
    day += 2;
    if (sentBack !== undefined) {
      write(sentBack.answer);
      const [{ by: [first = ''] } = { by: [] }] = line;
      this.#do(day, 15, first, SendAnswerBack, async (deeds) => ({ question: await this.#deeds.question(deeds), reason: sentBack.reason }));
      day += 1;
    }
    write(answer);
    for (const { by: posts } of line) {
      day += 1;
      for (const post of posts) {
        this.#do(day, 11, post, ApproveAnswer, async (deeds) => ({ ...await this.#deeds.seen(deeds), question: await this.#deeds.question(deeds) }));
      }
    }
  }

  #opinions({ opinions = {}, recused, revised }: SecondEvaluation): void {
    const { section, attainment, isOfSubgroup, place } = this.sheet;
    const takingPart = (isOfSubgroup ? membersOfSubgroup : readersOfRest(this.year.index === 0 ? 0 : 1))
      .filter((member) => member !== recused?.by && !(member === 'commerce' && section === 'promotion'));
    takingPart.forEach((member, later) => {
      const opinion = opinions[member] ?? usualOpinion(attainment, place + later);
      if (member === onPaper) this.#enter(opinion);
      else this.#do(autumn.opinion + later, 14, member, GiveOpinion, (deeds) => this.#saying(deeds, member, opinion));
    });
    if (revised !== undefined) this.#do(autumn.revised, 16, revised.by, GiveOpinion, (deeds) => this.#saying(deeds, revised.by, revised.opinion));
  }

  /** 代理入力, which the member then confirms by telephone. */
  #enter(opinion: OpinionContent): void {
    const member = async (deeds: Deeds) => ({ member: await deeds.lastMembershipOf(onPaper) });
    this.#do(autumn.paper, 10, 'secretariat', EnterOpinion, async (deeds) =>
      ({ ...await member(deeds), opinion: typedOpinion(opinion), way: 'paper' as const, receivedOn: this.#date(autumn.paper - 1) }));
    this.#do(autumn.paper + 1, 11, 'secretariat', ConfirmOpinion, async (deeds) =>
      ({ ...await member(deeds), ...await this.#deeds.seen(deeds), heard: { way: 'spoken' as const, on: this.#date(autumn.paper + 1) } }));
  }

  async #saying(deeds: Deeds, member: Member, opinion: OpinionContent) {
    const there = (await this.#deeds.beforeCommittee(deeds))?.opinions[await deeds.lastMembershipOf(member)];
    return { ...await this.#deeds.seen(deeds), opinion: typedOpinion(opinion), ...(there !== undefined && { revises: there.revision }) };
  }

  #draft({ attainment, opinion, recommendations, dissent, comment }: SecondEvaluation): void {
    const draft = (day: number, words: string) => {
      this.#do(day, 10, 'secretariat', DraftConclusion, async (deeds) => {
        const before = (await this.#deeds.beforeCommittee(deeds))?.draft;
        return {
          conclusion: { 'committee-attainment': attainment, 'committee-opinion': words },
          recommendations: recommendations.map(({ text }, place) => {
            const recommendation = before?.recommendations[place]?.recommendation;
            return { text, ...(recommendation !== undefined && { recommendation }) };
          }),
          dissents: dissent === undefined ? [] : [{ member: await deeds.lastMembershipOf(dissent.by), text: dissent.text }],
          ...(before !== undefined && { revises: before.revision }),
        };
      });
    };
    draft(autumn.draft, comment?.draftedBefore ?? opinion);
    if (comment === undefined) return;
    this.#do(autumn.draft + 2, 13, comment.by, CommentOnWording, { text: comment.text });
    draft(autumn.draft + 3, opinion);
  }

  #conclude(): void {
    const { isOfSubgroup } = this.sheet;
    const inMeeting = (day: number) => async (deeds: Deeds) => ({ meeting: (await deeds.meetingOn(this.#date(day))).id });
    const [day, by] = isOfSubgroup ? [autumn.subgroup, 'welfare'] : [autumn.concluding, 'scholar'];
    const meeting = inMeeting(day);
    this.#deeds.do(concludedAt(this.year, day), by, Conclude, async (deeds) => ({ ...await this.#deeds.seen(deeds), ...await meeting(deeds) }));
    if (isOfSubgroup) this.#deeds.do(concludedAt(this.year, autumn.concluding), 'scholar', ConfirmConclusion, inMeeting(autumn.concluding));
  }

  #do<Body extends object>(day: number, hour: number, by: string, command: CommandClass<Body>, body: Body | ((deeds: Deeds) => Promise<Body>)): void {
    this.#deeds.do(momentOn(this.#date(day), hour, this.sheet.place), by, command, body);
  }

  #date(day: number): string {
    return openDay(this.year.openedOn, day);
  }
}

/** What the committee concluded on a sheet. */
export async function conclusionOf(deeds: Deeds, sheet: string): Promise<Extract<Result, { readonly by: 'committee' }> | undefined> {
  const result = (await deeds.sheet(sheet)).works['committee']?.result;
  return result?.by === 'committee' ? result : undefined;
}

/** All of a meeting are declared at its end. */
function concludedAt({ openedOn }: DemonstrationYear, day: number): Instant {
  return timeOn(openDay(openedOn, day), '16:40');
}

/** What was recommended is adopted by a list, which must not see the clock move on; done after everything that these sheets did. */
export function adoption(year: DemonstrationYear, nodes: readonly string[]): Doing {
  return {
    at: concludedAt(year, autumn.concluding),
    async do(deeds) {
      for (const node of nodes) {
        const conclusion = await conclusionOf(deeds, sheetStream(municipality, sheetId(year.year, node)));
        for (const { recommendation } of conclusion?.recommendations ?? []) {
          const stream = recommendationStream(municipality, recommendation);
          await deeds.until(stream, async () => (await deeds.state(recommendationDecider, stream)).phase !== 'absent');
        }
      }
    },
  };
}
