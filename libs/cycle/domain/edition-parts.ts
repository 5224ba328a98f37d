import { onceForEach } from '../../kernel/once-for-each.ts';
import type { Edition } from './cycle.ts';
import type { EditionPart } from './cycle.events.ts';

/** Where the bytes of a part lie in its edition's file. */
export interface PlacedPart extends EditionPart {
  readonly offset: number;
}

/** A part of an edition by its kind and name; the contents and the errata, of which there is one, by their kind alone. */
export function partOf(edition: Edition, kind: EditionPart['kind'], id: string = kind): PlacedPart | undefined {
  return partsOf(edition).get(`${kind} ${id}`);
}

const partsOf = onceForEach(({ parts }: Edition): ReadonlyMap<string, PlacedPart> => {
  let end = 0;
  return new Map(parts.map((part) => {
    const offset = end;
    end += part.bytes;
    return [`${part.kind} ${part.id}`, { ...part, offset }];
  }));
});
