import { cycleStream } from '../../../libs/cycle/domain/cycle.ts';
import type { PublicationStep } from '../../../libs/cycle/domain/cycle.events.ts';
import { AskPublication, CorrectPublished } from '../../../libs/evaluation/publication.commands.ts';
import { sheetId, sheetStream } from '../../../libs/evaluation/domain/sheet.ts';
import type { PlanContents } from '../../../libs/plan/domain/plan.ts';
import { openDay, timeOn } from './days.ts';
import { deed, type Doing } from './deeds.ts';
import { municipality } from './office.ts';
import { autumn, type DemonstrationYear } from './year.ts';

/** 公表 in three steps, each dated, and in the first year a correction and the edition that says it. */
export function publications(year: DemonstrationYear, plan: PlanContents): readonly Doing[] {
  return [
    ...edition(year, 1, 'committee', autumn.committeePapers),
    ...edition(year, 2, 'council', autumn.council),
    ...edition(year, 3, 'public', autumn.public),
    ...(year.index === 0 ? [correction(year, plan), ...edition(year, 4, 'public', autumn.corrected, '構成事業の実績の誤りを訂正するため。')] : []),
  ];
}

function edition({ year, openedOn }: DemonstrationYear, number: number, step: PublicationStep, day: number, reason?: string): readonly Doing[] {
  const stream = cycleStream(municipality, year);
  const on = openDay(openedOn, day);
  const at = timeOn(on, '09:30');
  return [
    deed({ at, name: `edition ${year} ${number}`, by: 'secretariat', command: AskPublication, stream, body: { step, on, ...(reason !== undefined && { reason }) } }),
    { at, do: (deeds) => deeds.until(`edition ${number} of ${year}`, async () => (await deeds.cycle(stream)).editions.length >= number) },
  ];
}

/** One of the bodies that were subsidised had not been counted. */
function correction({ year, openedOn }: DemonstrationYear, { nodes }: PlanContents): Doing {
  const numbered = (number: string) => [...nodes.values()].find((node) => node.number === number)?.id ?? '';
  const stream = sheetStream(municipality, sheetId(year, numbered('1-3')));
  return deed({
    at: timeOn(openDay(openedOn, autumn.correction), '15:00'), name: `correction ${year}`, by: 'secretariat', command: CorrectPublished, stream,
    body: async (deeds) => ({
      basedOn: (await deeds.sheet(stream)).revision,
      fields: { [`projects/${numbered('1-3-1')}/project-result`]: '7団体の催しに補助した。' },
      reason: '補助した団体のうち1団体の計上が漏れていたため。',
    }),
  });
}
