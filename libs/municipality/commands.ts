import { commandOf, noFacts } from '../platform/commands/verb.ts';
import { found } from './domain/found.ts';
import { municipalityDecider } from './domain/municipality.ts';

/** Only the operator's command line asks for this. */
export const FoundMunicipality = commandOf({
  name: 'municipality.found', decider: municipalityDecider, opens: true, facts: noFacts, decide: found,
});
