import type { Contest } from './contest.ts';
import { serving } from './http.ts';

/** How long a save of forty fields waits as a rule (p50), beside the save of three that `http-command` measures. */
export const contest: Contest = {
  name: 'save-fields',
  module: import.meta.url,
  rounds: 15,
  rows: [{ id: 'save-fields', goal: 1 / 2, asMultiple: true, ours: 'forty fields', limit: 'three fields' }],
  sides: {
    'forty fields': (directory) => serving(directory, { fields: 'forty', told: 'wait' }),
    'three fields': (directory) => serving(directory, { fields: 'a few', told: 'wait' }),
  },
};
