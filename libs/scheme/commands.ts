import { commandOf, noFacts } from '../platform/commands/verb.ts';
import { adopt } from './domain/adopt.ts';
import { schemeDecider } from './domain/scheme.ts';

export const AdoptScheme = commandOf({
  name: 'scheme.adopt', decider: schemeDecider, opens: true, facts: noFacts, decide: adopt,
});
