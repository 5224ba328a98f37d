import { dayInJapan } from '../../kernel/day.ts';
import { reject } from '../../kernel/decision.ts';
import { queryOf } from '../../platform/reads/question.ts';
import { roleOf } from '../domain/roster.ts';
import { membershipsOf, notEndedBefore } from '../memberships.ts';
import { committeesModel } from './committees/committees.model.ts';

/** The memberships under which the asker may act today or later, whatever he acts under now. */
export const ListOwnMemberships = queryOf({
  name: 'committee.list-own-memberships',
  model: committeesModel,
  async answer(_asked: object, { asker: { municipality, actor }, states, may, now }, model) {
    if (!may({})) return reject('not-allowed');
    const held = notEndedBefore(await membershipsOf(actor, municipality, model, states), dayInJapan(now()));
    return {
      memberships: held.map(({ committee, membership: { id, from, to } }) =>
        ({ id, role: roleOf(committee, id), committee: { id: committee.id, name: committee.name }, from, to })),
    };
  },
});
