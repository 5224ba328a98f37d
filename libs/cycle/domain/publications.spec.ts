import { describe, expect, it } from '@jest/globals';
import { specify } from '../../kernel/testing/given.ts';
import { cycleDecider, publicationOf, publicPartOf, type OpenCycle } from './cycle.ts';
import type { CycleEvent } from './cycle.events.ts';
import { asking, opened, published, sheetPart } from './cycle-examples.ts';
import { partOf } from './edition-parts.ts';

const { given } = specify(cycleDecider);
const cycleAfter = (...events: readonly CycleEvent[]) => given(opened, ...events).state() as OpenCycle;
const [first, second] = ['2026-measure-1', '2026-measure-2'] as const;
const again = (sheets: readonly string[]) => ({ ...asking, publication: 'second', sheets });

describe('a sheet of a cycle', () => {
  it('is being published from the asking until it is recorded or refused', () => {
    expect(publicationOf(cycleAfter(), first)).toEqual({ isAsked: false });
    expect(publicationOf(cycleAfter(asking), second)).toEqual({ isAsked: true });
    expect(publicationOf(cycleAfter(asking, { type: 'PublicationRefused', publication: asking.publication, code: 'x' }), first)).toEqual({ isAsked: false });
    expect(publicationOf(cycleAfter(asking, published), second)).toEqual({ isAsked: false });
    const named = cycleAfter(asking, published, again([second]));
    expect([publicationOf(named, first), publicationOf(named, second)]).toEqual([{ isAsked: false, publicEdition: 1 }, { isAsked: true }]);
  });

  it('is public by the newest edition of the public step that has it', () => {
    const council = { ...published, step: 'council', edition: 2, publication: 'second' } as const;
    const cycle = cycleAfter(asking, published, again([first]), council);
    expect(publicationOf(cycle, first)).toEqual({ isAsked: false, publicEdition: 1 });
    const third = { ...published, edition: 3, publication: 'third', parts: [sheetPart(first, 12)] };
    expect(publicPartOf(cycleAfter(asking, published, again([first]), council, { ...asking, publication: 'third' }, third), first))
      .toEqual({ edition: 3, revision: 12 });
  });
});

describe('the parts of an edition', () => {
  it('lie in its file one after the other', () => {
    const { editions: [edition] } = cycleAfter(asking, {
      ...published, parts: [sheetPart(first), { ...sheetPart(second), bytes: 7 }, { ...sheetPart('contents'), kind: 'contents' }],
    });
    if (edition === undefined) throw new Error('nothing was published');
    expect([partOf(edition, 'sheet', second)?.offset, partOf(edition, 'contents')?.offset]).toEqual([100, 107]);
    expect(partOf(edition, 'recommendation', second)).toBeUndefined();
  });
});
