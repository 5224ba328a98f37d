import { describe, it } from '@jest/globals';
import { asked, specify } from '../../kernel/testing/given.ts';
import { adopt, type AdoptPlan, type AdoptPlanFacts } from './adopt.ts';
import { planDecider } from './plan.ts';
import type { PlanAdopted } from './plan.events.ts';

const { given } = specify(planDecider);

const facts: AdoptPlanFacts = {
  levels: new Set(['policy', 'measure']),
  sections: new Set(['promotion']),
  schemeRevision: 2,
  municipalityRevision: 5,
};
const name = { ja: 'ものづくりを支える産業集積の維持・発展', en: 'Keeping and developing the industries' };
const plan: AdoptPlan = {
  name,
  nodes: [
    { number: '3', level: 'policy', name, section: 'promotion' },
    { number: '35', parent: '3', level: 'measure', name, section: 'promotion' },
  ],
};
const adopted: PlanAdopted = {
  type: 'PlanAdopted', planVersion: 1, name, schemeRevision: 2, municipalityRevision: 5,
  nodes: [
    { id: 'id of 3', level: 'policy', number: '3', name, section: 'promotion' },
    { id: 'id of 35', parent: 'id of 3', level: 'measure', number: '35', name, section: 'promotion' },
  ],
};

describe('adopt a plan', () => {
  it('records its nodes with ids that stay, and from which revisions it was judged', () => {
    given().when((state) => adopt({ ...asked, ...plan }, state, facts)).then(adopted);
  });

  it('refuses to adopt what is adopted', () => {
    given(adopted).when((state) => adopt({ ...asked, ...plan }, state, facts)).thenRejected('plan-exists');
  });

  it('names every fault by its path', () => {
    const nodes = [
      { number: '35', parent: '3', level: 'measure', name, section: 'elsewhere' },
      { number: '3', level: 'pillar', name, section: 'promotion' },
      { number: '3', level: 'policy', name, section: 'promotion' },
    ];
    given().when((state) => adopt({ ...asked, name, nodes }, state, facts)).thenRejected('plan-faulty', {
      faults: [
        { path: 'nodes[2].number', message: '3 is there already' },
        { path: 'nodes[0].parent', message: 'no node 3 stands before this one' },
        { path: 'nodes[1].level', message: 'there is no pillar' },
        { path: 'nodes[0].section', message: 'there is no elsewhere' },
      ],
    });
  });
});
