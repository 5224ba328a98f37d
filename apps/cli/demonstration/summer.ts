import { sheetId } from '../../../libs/evaluation/domain/sheet.ts';
import { DraftConclusion, GiveOpinion } from '../../../libs/evaluation/second-evaluation.commands.ts';
import { AnswerQuestion, AskQuestion, DecideStage, HandSheetOver } from '../../../libs/evaluation/stage.commands.ts';
import type { Day } from '../../../libs/kernel/day.ts';
import type { PlanContents } from '../../../libs/plan/domain/plan.ts';
import type { PlanNode } from '../../../libs/plan/domain/plan.events.ts';
import { typedOpinion } from './content/opinion.ts';
import { begun, opening, type BegunContent } from './content/running-year.ts';
import { openDay, timeOn } from './days.ts';
import type { Doing } from './deeds.ts';
import { calling } from './meetings.ts';
import { committeeId } from './office.ts';
import { SheetDeeds } from './sheet-deeds.ts';
import { summer, type DemonstrationYear } from './year.ts';

/** What has come before the committee in the year that runs: something for each of those who sign in. */
export function summerOf(year: DemonstrationYear, plan: PlanContents, today: Day): readonly Doing[] {
  const nodes = begun.map(({ number }) => [...plan.nodes.values()].find((one) => one.number === number) as PlanNode);
  const sheets = nodes.map(({ id, number, name }) => ({ title: `施策${number}「${name.ja}」の二次評価について`, sheet: sheetId(year.year, id) }));
  return [
    calling({
      name: `opening ${year.year}`, on: openDay(today, opening.openDaysAhead), calledOn: openDay(year.openedOn, summer.called),
      agenda: [{ title: opening.title }, ...sheets],
    }),
    ...begun.flatMap((content, place) => begunOn(year, nodes[place] as PlanNode, content, place)),
  ];
}

function begunOn(year: DemonstrationYear, node: PlanNode, content: BegunContent, place: number): readonly Doing[] {
  const { chosen, meetingOpinion, question: { by, text, answered }, opinion, draft } = content;
  const sheet = new SheetDeeds('begun', year.year, { node: node.id, number: node.number });
  const on = (day: number) => openDay(year.openedOn, day);
  const at = (day: number) => timeOn(on(day), `16:${10 + place * 20}`);
  const decidedOn = on(summer.decided);
  sheet.do(at(summer.inHouse), 'secretariat', HandSheetOver, async (deeds) => ({ ...await sheet.seen(deeds), stage: 'internal-meeting' }));
  sheet.do(at(summer.decided), 'secretariat', DecideStage, { decision: { 'meeting-opinion': meetingOpinion }, decidedOn });
  sheet.do(at(summer.handOver), 'secretariat', HandSheetOver, async (deeds) =>
    ({ ...await sheet.seen(deeds), stage: 'committee', committee: committeeId, reason: chosen }));
  sheet.do(at(summer.question), by, AskQuestion, { text });
  if (answered !== undefined) {
    sheet.do(at(summer.answer), answered.by, AnswerQuestion, async (deeds) => ({ question: await sheet.question(deeds), text: answered.text }));
  }
  if (opinion !== undefined) {
    sheet.do(at(summer.opinion), opinion.by, GiveOpinion, async (deeds) => ({ ...await sheet.seen(deeds), opinion: typedOpinion(opinion.says) }));
  }
  if (draft !== undefined) {
    const { attainment, opinion: words, recommendations } = draft;
    sheet.do(at(summer.draft), 'secretariat', DraftConclusion, {
      conclusion: { 'committee-attainment': attainment, 'committee-opinion': words }, recommendations, dissents: [],
    });
  }
  return sheet.doings;
}
