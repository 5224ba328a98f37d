import type { Fault } from '../../../kernel/fault.ts';
import type { Place } from '../reading.ts';
import type { SchemeContents } from '../scheme.events.ts';
import { repeatedIds } from './repeated-ids.ts';

export function unitPriceFaults({ unitPrices: given }: SchemeContents, place: Place): readonly Fault[] {
  const { parts: prices } = place('unitPrices', given);
  return [...repeatedIds(prices), ...prices.flatMap(({ path, part: { byYear } }) => [
    ...(Object.keys(byYear).length === 0 ? [{ path: `${path}.byYear`, message: 'needs the price of at least one year' }] : []),
    ...Object.entries(byYear).filter(([, price]) => price.startsWith('-'))
      .map(([year]) => ({ path: `${path}.byYear.${year}`, message: 'a price is not below zero' })),
  ])];
}
