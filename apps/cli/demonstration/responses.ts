import {
  AdoptGeneralRecommendation, ApproveResponse, CloseRecommendation, ReportResult, SubmitResponse, WriteResponse,
} from '../../../libs/evaluation/recommendation.commands.ts';
import { recommendationDecider, recommendationStream } from '../../../libs/evaluation/domain/recommendations/recommendation.ts';
import { sheetId, sheetStream } from '../../../libs/evaluation/domain/sheet.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import type { GeneralContent } from './content/meetings.ts';
import type { RecommendationContent } from './content/second-evaluation.ts';
import { openDay } from './days.ts';
import { deed, type Deeds, type Doing } from './deeds.ts';
import { committeeId, demonstrationId, municipality } from './office.ts';
import { lineOf } from './sheet-course.ts';
import { conclusionOf } from './stage-course.ts';
import { autumn, momentOn, type DemonstrationYear } from './year.ts';

/** Where a recommendation came from, and who answers it. */
interface Recommended {
  readonly name: string;
  readonly section: string;
  readonly related: readonly string[];
  readonly place: number;
  streamOf(deeds: Deeds): Promise<string>;
}

interface SheetWithRecommendations {
  readonly node: string;
  readonly number: string;
  readonly place: number;
  readonly section: string;
  readonly related: readonly string[];
}

/** What becomes of everything that a conclusion recommends. */
export function responsesTo(
  year: DemonstrationYear, { node, number, ...sheet }: SheetWithRecommendations, recommendations: readonly RecommendationContent[],
): readonly Doing[] {
  return recommendations.flatMap((content, index) => new ResponseCourse(year, {
    ...sheet, name: `${number} ${index + 1}`,
    streamOf: async (deeds) => {
      const conclusion = await conclusionOf(deeds, sheetStream(municipality, sheetId(year.year, node)));
      return recommendationStream(municipality, conclusion?.recommendations[index]?.recommendation ?? '');
    },
  }, content).doings());
}

/** 総括的提言: recorded as the committee adopted it, and answered as any other. */
export function generalRecommendation(
  demonstrated: DemonstrationYear, { text, section, response }: GeneralContent, { on, recordedOn }: { readonly on: string; readonly recordedOn: string },
): readonly Doing[] {
  const { year } = demonstrated;
  const stream = recommendationStream(municipality, demonstrationId('general recommendation', String(year)));
  const adoption = deed({
    at: momentOn(recordedOn, 17, 0), name: `general recommendation ${year}`, by: 'secretariat', command: AdoptGeneralRecommendation, stream,
    body: async (deeds) => ({ committee: committeeId, meeting: (await deeds.meetingOn(on)).id, number: 1, text, section }),
  });
  return [adoption, ...new ResponseCourse(demonstrated, { name: 'general', section, related: [], place: 0, streamOf: async () => stream }, {
    text, ...(response !== undefined && { response: { policy: 'follow', text: response } }),
  }).doings()];
}

/** One recommendation from its response to its closing. */
class ResponseCourse {
  readonly #doings: Doing[] = [];
  #done = 0;

  constructor(
    private readonly year: DemonstrationYear, private readonly recommended: Recommended, private readonly content: RecommendationContent,
  ) {}

  doings(): readonly Doing[] {
    const { response } = this.content;
    if (response === undefined) return [];
    const { section, related } = this.recommended;
    const staff = `${section}-staff`;
    const { policy, text, ends } = response;
    this.#do(autumn.response + 1, 11, staff, WriteResponse, async (deeds) => ({ ...await this.#seen(deeds), policy, text }));
    if (ends === 'written') return this.#doings;
    this.#do(autumn.response + 3, 13, staff, SubmitResponse, {});
    if (ends !== 'on-line') {
      lineOf(section, related).forEach(({ by }, step) => {
        for (const post of by) this.#do(autumn.response + 4 + step, 14, post, ApproveResponse, (deeds) => this.#seen(deeds));
      });
      this.#result(staff);
    }
    return this.#doings;
  }

  #result(staff: string): void {
    const { year, index } = this.year;
    const { result, closed } = this.content;
    const day = autumn.results[index === 0 ? 0 : 1];
    if (result !== undefined) {
      const { text, amount, isInPlan } = result;
      this.#do(day, 10, staff, ReportResult, {
        year, text, ...(amount !== undefined && { amount }), ...(isInPlan === true && { planVersion: 2 }),
      });
    }
    if (closed !== undefined) this.#do(day + 1, 10, 'secretariat', CloseRecommendation, { reason: closed });
  }

  async #seen(deeds: Deeds): Promise<{ basedOn: number }> {
    const recommendation = await deeds.state(recommendationDecider, await this.recommended.streamOf(deeds));
    return { basedOn: recommendation.phase === 'absent' ? 0 : recommendation.revision };
  }

  #do<Body extends object>(day: number, hour: number, by: string, command: CommandClass<Body>, body: Body | ((deeds: Deeds) => Promise<Body>)): void {
    const { year: { year, openedOn }, recommended } = this;
    this.#done += 1;
    const at = momentOn(openDay(openedOn, day), hour, recommended.place);
    const name = `response ${year} ${recommended.name} ${this.#done}`;
    this.#doings.push({
      at,
      do: async (deeds) => deed({ at, name, by, command, stream: await recommended.streamOf(deeds), body }).do(deeds),
    });
  }
}
