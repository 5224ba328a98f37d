import { reject } from '../../../kernel/decision.ts';
import type { Label } from '../../../kernel/label.ts';
import type { ModelReader } from '../../../platform/reads/read-model.ts';
import { queryOf } from '../../../platform/reads/question.ts';
import { committeesModel, type CommitteeRow } from './committees.model.ts';

/** The committees of a municipality, the oldest first. */
export function committeeRows(model: ModelReader, municipality: string): readonly CommitteeRow[] {
  return model.all<CommitteeRow>('SELECT * FROM committees WHERE municipality = @municipality ORDER BY foundedAt, stream', { municipality });
}

/** The committees that the asker may read. */
export const ListCommittees = queryOf({
  name: 'committee.list',
  model: committeesModel,
  answer(_asked: object, { asker: { municipality, committee: own }, may }, model) {
    // A member is told of his own; who may read none at all is refused.
    if (!may(own === undefined ? {} : { committees: [own] })) return reject('not-allowed');
    const rows = committeeRows(model, municipality).filter(({ committee }) => may({ committees: [committee] }));
    return { committees: rows.map(({ committee: id, name }) => ({ id, name: JSON.parse(name) as Label })) };
  },
});
