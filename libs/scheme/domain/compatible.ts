import type { Fault } from '../../kernel/fault.ts';
import { changedMembers, compareParts, fault, noFaults, same } from './compare-parts.ts';
import { hardenedFields } from './compatible-fields.ts';
import { placedIn } from './faults/repeated-ids.ts';
import type { Placed } from './reading.ts';
import type { FormSection, Level, OpinionForm, RatingScale, SheetType, Stage, UnitPrice } from './scheme.events.ts';
import type { SchemeVersion } from './scheme.ts';

/**
 * What keeps a running cycle from going on under another version, by its place there. Labels and help may change, optional
 * fields come and what is asked be relaxed; grades may not, since sheets that are rated are compared. Approval lines may:
 * a sheet goes the line that held when it was submitted.
 */
export function hardened(from: SchemeVersion, to: SchemeVersion): readonly Fault[] {
  return [
    ...compareParts(from.levels, placedIn('levels', to.levels), { path: 'levels', what: 'level', changed: hardenedLevel, added: noFaults }),
    ...compareParts(from.scales, placedIn('scales', to.scales), { path: 'scales', what: 'scale', changed: hardenedScale, added: noFaults }),
    ...compareParts(from.unitPrices, placedIn('unitPrices', to.unitPrices), {
      path: 'unitPrices', what: 'price', changed: hardenedPrice, added: noFaults,
    }),
    ...compareParts(from.sheetTypes, placedIn('sheetTypes', to.sheetTypes), {
      path: 'sheetTypes', what: 'sheet type', changed: hardenedType, added: noFaults,
    }),
    ...compareParts(from.stages, placedIn('stages', to.stages), {
      path: 'stages', what: 'stage', changed: hardenedStage, added: ({ path }) => fault(path, 'is new'),
    }),
    ...orderOfStages(from, to),
  ];
}

function hardenedLevel({ path, part: after }: Placed<Level>, before: Level): readonly Fault[] {
  return [
    ...changedMembers(path, before, after, ['parent']),
    ...compareParts(before.texts, placedIn(`${path}.texts`, after.texts), { path: `${path}.texts`, what: 'text', changed: noFaults, added: noFaults }),
  ];
}

function hardenedScale({ path, part: after }: Placed<RatingScale>, before: RatingScale): readonly Fault[] {
  const grades = ({ grades: all }: RatingScale): readonly unknown[] => all.map(({ id, from }) => [id, from]);
  return same(grades(before), grades(after)) ? [] : fault(`${path}.grades`, 'are not the grades that they were');
}

/** A price that is known stays; years may be added. */
function hardenedPrice({ path, part: after }: Placed<UnitPrice>, before: UnitPrice): readonly Fault[] {
  return Object.entries(before.byYear).filter(([year, price]) => after.byYear[year] !== price)
    .flatMap(([year]) => fault(`${path}.byYear.${year}`, 'is not what it was'));
}

function hardenedType({ path, part: after }: Placed<SheetType>, before: SheetType): readonly Fault[] {
  const fields = placedIn(`${path}.sections`, after.sections)
    .flatMap((section: Placed<FormSection>) => placedIn(`${section.path}.fields`, section.part.fields));
  return [
    ...changedMembers(path, before, after, ['level']),
    ...hardenedFields(path, before.sections.flatMap((section) => section.fields), fields),
  ];
}

function hardenedStage({ path, part: after }: Placed<Stage>, before: Stage): readonly Fault[] {
  return [
    ...changedMembers(path, before, after, ['evaluator', 'condition']),
    ...hardenedFields(path, before.fields, placedIn(`${path}.fields`, after.fields)),
    ...hardenedOpinion(`${path}.opinion`, before.opinion, after.opinion),
  ];
}

function hardenedOpinion(path: string, before: Stage['opinion'], after: Stage['opinion']): readonly Fault[] {
  const seen = (opinion: OpinionForm): object => ({ office: 'never', public: 'never', ...opinion.seenBy });
  return [
    ...hardenedFields(path, before?.fields ?? [], placedIn(`${path}.fields`, after?.fields ?? [])),
    ...(before === undefined || after === undefined || same(seen(before), seen(after)) ? [] : fault(`${path}.seenBy`, 'is shown otherwise than before')),
  ];
}

function orderOfStages(from: SchemeVersion, to: SchemeVersion): readonly Fault[] {
  const stays = from.stages.filter(({ id }) => to.stages.some((stage) => stage.id === id)).map(({ id }) => id);
  const now = to.stages.map(({ id }) => id).filter((id) => stays.includes(id));
  return same(stays, now) ? [] : fault('stages', 'come in another order than before');
}
