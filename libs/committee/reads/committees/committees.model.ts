import { readModel, type Table } from '../../../platform/reads/read-model.ts';
import type { CommitteeEvent } from '../../domain/committee.events.ts';

/** Which committees there are; what each of them is, its stream says. */
export type CommitteeRow = {
  readonly stream: string;
  readonly municipality: string;
  readonly committee: string;
  /** The name in both languages, as JSON. */
  readonly name: string;
  readonly foundedAt: string;
};

const committees: Table<CommitteeRow> = {
  name: 'committees',
  key: 'stream',
  columns: { stream: 'text', municipality: 'text', committee: 'text', name: 'text', foundedAt: 'text' },
  indexes: [['municipality', 'foundedAt']],
};

export const committeesModel = readModel<CommitteeEvent>({
  name: 'committees',
  version: 1,
  tables: [committees],
  on: {
    CommitteeFounded(rows, { committee, name }, { stream, municipality, recordedAt }) {
      rows.put(committees, { stream, municipality, committee, name: JSON.stringify({ ja: name.ja, en: name.en }), foundedAt: recordedAt });
    },
  },
});
