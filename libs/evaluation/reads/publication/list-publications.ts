import { cycleDecider, cycleStream, type OpenCycle } from '../../../cycle/domain/cycle.ts';
import { reject } from '../../../kernel/decision.ts';
import { queryOf } from '../../../platform/reads/question.ts';
import { sheetId } from '../../domain/sheet.ts';
import { leftOutWords } from '../../publication/edition-contents.ts';
import { nodesFor } from '../nodes.ts';
import { personShown } from '../one-sheet/visible-sheet.ts';

/** What was asked to be published in a year, what became of it, and which sheets were left out and why. */
export const ListPublications = queryOf({
  name: 'evaluation.list-publications',
  async answer({ year }: { readonly year: string }, answering) {
    const { asker, states, may } = answering;
    const { state: cycle } = await states.fold(cycleDecider, cycleStream(asker.municipality, year));
    if (cycle.phase === 'absent') return reject('unknown');
    if (!may({})) return reject('not-allowed');
    const chosen = chosenBySheet(cycle);
    const { shown } = await nodesFor(cycle.plans, answering);
    return {
      publications: cycle.publications.map(({ by, ...publication }) => ({ ...publication, by: personShown(by, answering) })),
      editions: cycle.editions.map(({ file: _file, parts, leftOut, ...edition }) => ({
        ...edition,
        sheets: parts.filter(({ kind }) => kind === 'sheet').map(({ id, revision }) => ({ sheet: id, revision })),
        recommendations: parts.filter(({ kind }) => kind === 'recommendation').map(({ id }) => id),
        hasErrata: parts.some(({ kind }) => kind === 'errata'),
        leftOut: leftOut.map(({ sheet, reason }) => {
          const node = chosen.get(sheet);
          return { sheet, node: node && shown(node), reason, words: leftOutWords[reason] };
        }),
      })),
    };
  },
});

function chosenBySheet({ year, nodes }: OpenCycle) {
  return new Map(nodes.map((chosen) => [sheetId(year, chosen.node), chosen]));
}
