import type { Asked } from '../../kernel/asked.ts';
import { accept, type Decision } from '../../kernel/decision.ts';
import type { MunicipalityEvent, Words } from './municipality.events.ts';
import { inOffice, sameLabel } from './office-verb.ts';

export type SetWords = Partial<Words>;

/** All of the office's own words at once; for those that are not said the usual ones hold again. */
export const setWords = inOffice(({ residents, mayor, assembly }: SetWords & Asked, { words }): Decision<MunicipalityEvent, never> => {
  if (sameLabel(residents, words.residents) && sameLabel(mayor, words.mayor) && sameLabel(assembly, words.assembly)) return accept();
  return accept({
    type: 'WordsSet',
    words: { ...(residents !== undefined && { residents }), ...(mayor !== undefined && { mayor }), ...(assembly !== undefined && { assembly }) },
  });
});
