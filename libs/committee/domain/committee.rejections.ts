/** Why something about a committee is refused. Each verb says in which order it looks. */
export type CommitteeRejection =
  /** There is one under this id. */
  | 'committee-exists'
  /** A part that is more than the whole. */
  | 'quorum-wrong'
  /** Neither an id of ours nor of somebody in the office: it could be a name. */
  | 'person-unknown'
  /** Days that there are not, or out of order. */
  | 'days-wrong'
  /** The person is a member on some of these days already. */
  | 'term-overlaps'
  /** Not a member, or not any more. */
  | 'member-unknown'
  /** The term ends earlier as it is. */
  | 'membership-ended'
  /** One person cannot stand in for himself. */
  | 'deputy-is-chair'
  | 'section-unknown'
  | 'subgroup-unknown'
  /** No such meeting of this committee. */
  | 'unknown'
  | 'meeting-cancelled'
  /** It was held: it cannot be called off. */
  | 'meeting-held'
  /** Its day has not come. */
  | 'meeting-ahead'
  | 'meeting-not-held'
  /** Somebody who is not of that day's roster, or is named twice. */
  | 'attendance-wrong'
  /** Not on the agenda, or named twice. */
  | 'agenda-item-unknown'
  /** What there are minutes of stays on the agenda. */
  | 'agenda-item-has-minutes'
  /** They stand as they were published. */
  | 'minutes-published'
  /** Of some items nothing is drafted. */
  | 'minutes-missing'
  /** There is a newer draft than the one that was read. */
  | 'draft-changed-since'
  /** Only who was there can say whether it was so. */
  | 'not-present'
  /** Somebody who was present has not found all of it right, and no reason is given. */
  | 'minutes-unchecked'
  | 'reason-missing';
