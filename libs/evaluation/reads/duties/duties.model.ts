import type { EventHeader } from '../../../event-store/event-store.ts';
import { readModel, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import { onEveryMove, outlines, type Outline } from '../outline.ts';
import { owedOn, type DutyKind, type Owed, type Owers } from './owed.ts';

/** One duty, for as long as it is owed. When it is due stands in the cycle and not here. */
export type DutyRow = {
  /** The sheet's stream, the kind, which of its kind, and the event that opened it. */
  readonly duty: string;
  readonly municipality: string;
  readonly stream: string;
  readonly kind: DutyKind;
  readonly year: number;
  /** Of the sheet in its cycle. */
  readonly place: number;
  readonly plan: string;
  readonly node: string;
  readonly section: string;
  readonly department: string;
  /** `Owers`. */
  readonly by: string;
  readonly openedBy: string;
  readonly since: string;
};

/** That somebody is among those of whom a duty is asked. */
type OwingRow = {
  readonly place: string;
  readonly municipality: string;
  /** As `owers` calls them. */
  readonly ower: string;
  readonly duty: string;
};

/** Which duties a sheet has now, so that the next event finds them: `OpenDuties`. */
type SheetDutiesRow = {
  readonly stream: string;
  readonly duties: string;
};

interface OpenDuty extends Owed {
  readonly duty: string;
  readonly openedBy: string;
  readonly since: string;
}

/** By kind and which. */
type OpenDuties = Readonly<Record<string, OpenDuty>>;

const duties: Table<DutyRow> = {
  name: 'duties',
  key: 'duty',
  columns: {
    duty: 'text', municipality: 'text', stream: 'text', kind: 'text', year: 'integer', place: 'integer', plan: 'text', node: 'text',
    section: 'text', department: 'text', by: 'text', openedBy: 'text', since: 'text',
  },
  indexes: [['municipality', 'year']],
};

const owing: Table<OwingRow> = {
  name: 'duties_owing',
  key: 'place',
  columns: { place: 'text', municipality: 'text', ower: 'text', duty: 'text' },
  indexes: [['municipality', 'ower']],
};

const sheetDuties: Table<SheetDutiesRow> = { name: 'sheet_duties', key: 'stream', columns: { stream: 'text', duties: 'text' } };

/** What is owed on every sheet, by whom, and since when. A duty that goes on being owed is the same duty. */
export const dutiesModel = readModel<SheetEvent>({
  name: 'duties',
  version: 1,
  tables: [duties, owing, sheetDuties, outlines],
  on: onEveryMove((rows, outline, header) => {
    const { stream, id, recordedAt } = header;
    const known = rows.get(sheetDuties, stream);
    const before: OpenDuties = known === undefined ? {} : JSON.parse(known.duties);
    const after: OpenDuties = Object.fromEntries(owedOn(outline.sheet).map((owed) => {
      const name = `${owed.kind}/${owed.which}`;
      return [name, before[name] ?? { ...owed, duty: `${stream}/${name}/${id}`, openedBy: id, since: recordedAt }];
    }));
    for (const [name, duty] of Object.entries(before)) if (!(name in after)) close(rows, duty);
    for (const [name, duty] of Object.entries(after)) if (!(name in before)) open(rows, duty, outline, header);
    rows.put(sheetDuties, { stream, duties: JSON.stringify(after) });
  }),
});

/** What those are called of whom something is asked. */
export const owers = {
  staffOf: (section: string) => `staff ${section}`,
  post: (post: string) => `post ${post}`,
  secretariat: 'secretariat',
} as const;

function owersOf(by: Owers): readonly string[] {
  if ('posts' in by) return by.posts.map(owers.post);
  return ['staffOf' in by ? owers.staffOf(by.staffOf) : owers.secretariat];
}

function open(
  rows: Rows, { duty, kind, by, openedBy, since }: OpenDuty, { sheet, place }: Outline, { municipality, stream }: EventHeader,
): void {
  const { year, plan, node, section, department } = sheet;
  rows.put(duties, {
    duty, municipality, stream, kind, year, place, plan, node, section, department, by: JSON.stringify(by), openedBy, since,
  });
  for (const ower of owersOf(by)) rows.put(owing, { place: `${ower} ${duty}`, municipality, ower, duty });
}

function close(rows: Rows, { duty, by }: OpenDuty): void {
  rows.remove(duties, duty);
  for (const ower of owersOf(by)) rows.remove(owing, `${ower} ${duty}`);
}
