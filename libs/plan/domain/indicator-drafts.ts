import type { Asked } from '../../kernel/asked.ts';
import { isBlank } from '../../kernel/blank.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { FiscalYear } from '../../kernel/fiscal-year.ts';
import type { Label } from '../../kernel/label.ts';
import { typedValue } from '../../kernel/value-parse.ts';
import type { PlanContents } from './plan.ts';
import type { Indicator } from './plan.events.ts';

/**
 * An indicator as it is handed in: it refers to its node by number, and its values are as typed. With an id, or with a
 * number that its node has for an indicator already, it takes that indicator's place.
 */
export interface IndicatorDraft {
  readonly id?: string;
  readonly node: string;
  readonly number?: string;
  readonly name: Label;
  readonly class: Indicator['class'];
  readonly unit: string;
  readonly kind: Indicator['kind'];
  readonly direction: Indicator['direction'];
  readonly baseline?: TypedIn;
  readonly targets?: readonly TypedIn[];
  readonly formula?: string;
  readonly source?: string;
  readonly knownWhen?: string;
}

/** A year and what was typed for it. */
export interface TypedIn {
  readonly year: FiscalYear;
  readonly value: string;
}

/** What indicators are drafted onto: the nodes by their numbers, the indicators that are there, the years. */
export interface DraftedOnto extends Pick<PlanContents, 'firstYear' | 'lastYear' | 'indicators'> {
  readonly byNumber: ReadonlyMap<string, string>;
}

/** Indicators with their ids and their nodes' ids, and what is wrong with them. */
export function draftedIndicators(
  drafts: readonly IndicatorDraft[], onto: DraftedOnto, newId: Asked['newId'],
): { readonly indicators: readonly Indicator[]; readonly faults: readonly Fault[] } {
  const numbered = new Map([...onto.indicators.values()].flatMap(({ node, number, id }) =>
    (number === undefined ? [] : [[placeOf(node, number), id] as const])));
  const nodes = drafts.map(({ node }) => onto.byNumber.get(node));
  const ids = drafts.map(({ id, number }, index) =>
    id ?? (number === undefined ? undefined : numbered.get(placeOf(nodes[index], number))) ?? newId(`indicator ${index}`));
  const replaced = new Set(ids);
  const given = new Set<string>();
  const taken = new Set([...numbered].filter(([, id]) => !replaced.has(id)).map(([place]) => place));
  const faults = drafts.flatMap((draft, index) => {
    const own = ids[index] as string;
    const place = draft.number === undefined ? undefined : placeOf(nodes[index], draft.number);
    const isThere = given.has(own) || (place !== undefined && taken.has(place));
    given.add(own);
    if (place !== undefined) taken.add(place);
    return [
      ...(draft.id === undefined || onto.indicators.has(draft.id) ? [] : [{ path: 'id', message: `there is no indicator ${draft.id}` }]),
      ...(isThere ? [{ path: draft.number === undefined ? 'id' : 'number', message: `${draft.number ?? own} is there already` }] : []),
      ...(nodes[index] === undefined ? [{ path: 'node', message: `there is no node ${draft.node}` }] : []),
      ...valueFaults(draft, onto),
    ].map(({ path, message }) => ({ path: `indicators[${index}].${path}`, message }));
  });
  return { indicators: drafts.map((draft, index) => indicatorOf(draft, ids[index] as string, nodes[index] ?? '')), faults };
}

/** Offices number the indicators of each node from one. */
function placeOf(node: string | undefined, number: string): string {
  return `${node} ${number}`;
}

function valueFaults({ baseline, targets = [] }: IndicatorDraft, { firstYear, lastYear }: DraftedOnto): readonly Fault[] {
  const years = targets.map(({ year }) => year);
  return [
    ...(baseline !== undefined && isBlank(baseline.value) ? [{ path: 'baseline.value', message: 'is empty' }] : []),
    ...targets.flatMap(({ year, value }, index) => {
      const path = `targets[${index}]`;
      return [
        ...(year < firstYear || year > lastYear ? [{ path: `${path}.year`, message: `the plan runs from ${firstYear} to ${lastYear}` }] : []),
        ...(years.indexOf(year) < index ? [{ path: `${path}.year`, message: `${year} is there already` }] : []),
        ...(isBlank(value) ? [{ path: `${path}.value`, message: 'is empty' }] : []),
      ];
    }),
  ];
}

function indicatorOf(draft: IndicatorDraft, id: string, node: string): Indicator {
  const { number, name, class: indicatorClass, unit, kind, direction, baseline, targets = [], formula, source, knownWhen } = draft;
  return {
    id,
    node,
    ...(number !== undefined && { number }),
    name,
    class: indicatorClass,
    unit,
    kind,
    direction,
    ...(baseline !== undefined && { baseline: understood(baseline) }),
    targets: targets.map(understood).toSorted((one, other) => one.year - other.year),
    ...(formula !== undefined && { formula }),
    ...(source !== undefined && { source }),
    ...(knownWhen !== undefined && { knownWhen }),
  };
}

function understood({ year, value }: TypedIn) {
  return { year, value: typedValue(value) };
}
