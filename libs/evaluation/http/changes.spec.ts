import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CqrsModule, EventBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, MessageEvent } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { aWhile, eventually } from '../../event-store/contract/given-events.ts';
import type { Asker } from '../../platform/access/asker.ts';
import type { Desk } from '../../platform/http/desk.ts';
import { LoggedEvent } from '../../platform/observing/logged-event.ts';
import { first, given as opinion, handedOver, logCommittees, second, stranger } from '../reads/testing/committee-in-log.ts';
import { givenReads, type GivenReads } from '../reads/testing/given-reads.ts';
import {
  childcareMeasure, clerk, director, logOffice, noted, nurse, opened, promotionMeasure, saved, secretary, sheetOf, submitted, text,
} from '../reads/testing/office-in-log.ts';
import { ChangesController } from './changes.controller.ts';

let given: GivenReads;
let app: INestApplicationContext;
let changes: ChangesController;
let subscriptions: Subscription[];
beforeEach(async () => {
  given = await givenReads();
  await logOffice(given);
  app = await NestFactory.createApplicationContext(CqrsModule.forRoot(), { logger: false });
  subscriptions = [];
  changes = new ChangesController(app.get(EventBus), given.states, given.access, given.sight);
});
afterEach(async () => {
  for (const subscription of subscriptions) subscription.unsubscribe();
  await app.close();
  await given.close();
});

/** Who has signed out or left meanwhile, and whose stream has ended. */
const gone = new Set<Asker>();
const ended: Asker[] = [];

/** Looks on for them while all that is in the log is published: what each of them has heard so far. */
async function listening(...askers: readonly Asker[]): Promise<() => readonly (readonly string[])[]> {
  const heard = askers.map((asker) => {
    const events: MessageEvent[] = [];
    const desk = { asker, municipality: asker.municipality, whoAsksNow: async () => (gone.has(asker) ? undefined : asker) } as Desk;
    subscriptions.push(changes.watch(desk).subscribe({ next: (event) => { events.push(event); }, complete: () => { ended.push(asker); } }));
    return events;
  });
  const bus = app.get(EventBus);
  for (const stored of await given.store.readLog({ limit: 100 })) void bus.publish(new LoggedEvent(stored));
  return () => heard.map((events) => events.map(({ data }) => (data as { event: string }).event));
}

describe('the changes that somebody is told', () => {
  it('are those of sheets that he may see, and of which something is left for him', async () => {
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), saved({ remark: text('産業') }), noted({ memo: text('要確認') }), submitted());
    await given.log(sheetOf(childcareMeasure), opened(childcareMeasure));
    const heard = await listening(clerk, nurse, director, secretary);
    const ofPromotion = ['SheetOpened', 'FieldsSaved', 'FirstEvaluationSubmitted'];
    const expected = [
      ofPromotion, ['SheetOpened'], ofPromotion, ['SheetOpened', 'FieldsSaved', 'SecretariatFieldsSaved', 'FirstEvaluationSubmitted', 'SheetOpened'],
    ];
    await eventually('every change', () => heard().flat().length >= expected.flat().length);
    await aWhile();
    expect(heard()).toEqual(expected);
  });

  it('are to a committee those of what it was given and of what its members may hear', async () => {
    await logCommittees(given);
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure), saved({ remark: text('下書き') }), saved({ remark: text('産業') }), submitted(),
      handedOver(), opinion('first', '意見'), saved({ remark: text('書き直し') }));
    const heard = await listening(first, second, stranger, clerk);
    const ofCommittee = ['SheetOpened', 'FieldsSaved', 'SheetHandedOver'];
    const expected = [
      [...ofCommittee, 'OpinionGiven'], ofCommittee, [],
      ['SheetOpened', 'FieldsSaved', 'FieldsSaved', 'FirstEvaluationSubmitted', 'SheetHandedOver', 'FieldsSaved'],
    ];
    await eventually('every change', () => heard().flat().length >= expected.flat().length);
    await aWhile();
    expect(heard()).toEqual(expected);
  });

  it('end for whom is not known any more', async () => {
    await given.log(sheetOf(promotionMeasure), opened(promotionMeasure));
    gone.add(clerk);
    const heard = await listening(clerk, secretary);
    await eventually('the end of one stream', () => ended.length > 0 && heard()[1]?.length === 1);
    expect([heard()[0], ended]).toEqual([[], [clerk]]);
  });
});
