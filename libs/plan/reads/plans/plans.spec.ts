import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventAt } from '../../../event-store/contract/given-events.ts';
import type { EventHeader, StoredEvent } from '../../../event-store/event-store.ts';
import type { Answering } from '../../../platform/reads/question.ts';
import { ModelFile } from '../../../platform/reads/model-file.ts';
import { adopted, drafted, inDraft, targetChanged } from '../../domain/plan-examples.ts';
import { planCatalogue, type PlanEvent } from '../../domain/plan.events.ts';
import { noEffect } from '../../domain/revision/effect.ts';
import { staff } from '../../testing/given-plans.ts';
import { ListPlans } from './list-plans.ts';
import { plansModel } from './plans.model.ts';

let list: ModelFile;
let position: number;
beforeEach(() => {
  list = new ModelFile(plansModel, ':memory:', true);
  position = 0;
});
afterEach(() => list.close());

function stored(one: Omit<StoredEvent, 'position'>): void {
  position += 1;
  list.apply([{ position: String(position).padStart(3, '0'), ...structuredClone(one) }], planCatalogue);
  list.flush();
}

function logged(stream: string, { type, ...payload }: PlanEvent, municipality = 'mihon'): void {
  const header = { ...JSON.parse(eventAt(stream, 0, {}).header) as EventHeader, type, version: planCatalogue[type].version, municipality };
  stored({ header, payload });
}

function plansFor(may = true): unknown {
  return ListPlans.question.answer({}, { asker: staff, may: () => may } as unknown as Answering, list);
}

const { name, firstYear, lastYear } = drafted;
const revised: PlanEvent = {
  ...noEffect, type: 'PlanRevised', planVersion: 2, fromYear: 2027, proposals: [], schemeRevision: 2, municipalityRevision: 5,
};

describe('the list of plans', () => {
  it('says of each its name, its years and which version holds, and leaves those of others out', () => {
    for (const event of [...inDraft, adopted, targetChanged]) logged('plan-mihon-one', event);
    logged('plan-mihon-two', { ...drafted, firstYear: 2026 });
    logged('plan-kitagawa-three', drafted, 'kitagawa');
    expect(plansFor()).toEqual({ plans: [
      { id: 'one', name, phase: 'adopted', planVersion: 1, fromYear: 2025, firstYear, lastYear },
      { id: 'two', name, phase: 'draft', firstYear: 2026, lastYear },
    ] });
  });

  it('knows plans that were adopted before there were drafts', () => {
    const golden = readFileSync(new URL('../../domain/stored-events/PlanAdopted.v1.json', import.meta.url), 'utf8');
    stored(JSON.parse(golden) as StoredEvent);
    expect(plansFor()).toMatchObject({ plans: [{ id: '0196d0a0-0000-7969-b83d-da0b3406c778', name: { ja: 'みほん市基本計画' }, phase: 'adopted' }] });
  });

  it('says which version holds once a plan was revised', () => {
    for (const event of [...inDraft, adopted, revised]) logged('plan-mihon-one', event);
    expect(plansFor()).toMatchObject({ plans: [{ id: 'one', planVersion: 2, fromYear: 2027 }] });
  });

  it('is not for everybody', () => {
    expect(plansFor(false)).toMatchObject({ code: 'not-allowed' });
  });
});
