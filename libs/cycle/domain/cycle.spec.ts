import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decode } from '../../kernel/decider.ts';
import { specify } from '../../kernel/testing/given.ts';
import { cycleDecider, cycleStream } from './cycle.ts';
import { cycleCatalogue } from './cycle.events.ts';
import { opened } from './cycle-examples.ts';

const { given } = specify(cycleDecider);

function golden(file: string) {
  const url = new URL(`stored-events/${file}`, import.meta.url);
  const { header, payload } = JSON.parse(readFileSync(url, 'utf8'));
  return decode(cycleCatalogue, header, payload);
}

describe('a cycle', () => {
  it('knows of each node that was left out its plan and the reason', () => {
    expect(given(opened).state()).toMatchObject({
      leftOut: [
        { plan: 'industry', node: 'policy-1', reason: 'level-not-chosen' },
        { plan: 'industry', node: 'measure-3', reason: 'too-early' },
      ],
    });
  });

  it('keeps nothing of an event but what it names', () => {
    expect(JSON.stringify(given(golden('CycleOpened.v2.json')).state())).not.toContain('$salt');
  });

  it('of the time of one plan and one deadline is one of several plans and periods', () => {
    expect(given(golden('CycleOpened.v1.json')).state()).toEqual({
      phase: 'open', year: 2026, aboutYear: 2025,
      plans: [{ plan: '0196d0a0-0000-7969-b83d-da0b3406c778', planVersion: 1, planRevision: 0 }],
      schemeVersion: 1, schemeRevision: 0,
      periods: [{
        id: 'submission', name: { ja: '一次評価', en: 'First evaluation' }, deadline: { date: '2026-04-08', at: '2026-04-08T14:59:59.999Z' },
      }],
      nodes: [{
        plan: '0196d0a0-0000-7969-b83d-da0b3406c778', node: '0196d0a0-0000-70bf-bd81-99a0067357be', sheetType: 'measure-sheet',
      }],
      leftOut: [], extensions: [], refusedSheets: {}, publications: [], editions: [],
    });
  });

  it('is one for each municipality and year', () => {
    expect(cycleStream('mihon', 2026)).toBe('cycle-mihon-2026');
  });
});
