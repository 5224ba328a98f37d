import type { EventHeader } from '../../../event-store/event-store.ts';
import { readModel, type Rows, type Table } from '../../../platform/reads/read-model.ts';
import type { RecommendationEvent } from '../../domain/recommendations/recommendation.events.ts';
import { recommendationIn } from '../../domain/recommendations/recommendation.ts';
import type { SheetEvent } from '../../domain/sheet.events.ts';
import { sheetStream } from '../../domain/sheet.ts';
import { onEveryMove, outlines } from '../outline.ts';
import { onEveryRecommendation, type KeptRecommendation } from '../recommendations/on-recommendation.ts';
import { owedOn, owedOnRecommendation, type DutyKind, type Owed, type Owers } from './owed.ts';

/** One duty, for as long as it is owed. When it is due stands in the cycle and not here. */
export type DutyRow = {
  /** The stream of what it is owed on, the kind, which of its kind, and the event that opened it. */
  readonly duty: string;
  readonly municipality: string;
  readonly stream: string;
  readonly kind: DutyKind;
  readonly year: number;
  /** Of the sheet in its cycle; what belongs to no sheet comes before all that do. */
  readonly place: number;
  /** null where it belongs to no sheet. */
  readonly plan: string | null;
  readonly node: string | null;
  /** null where it is owed on a sheet. */
  readonly recommendation: string | null;
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

/** On what a duty is owed, as its row tells it. */
type OwedOn = Pick<DutyRow, 'year' | 'place' | 'plan' | 'node' | 'recommendation' | 'section' | 'department'>;

/** Which duties a stream has now, so that its next event finds them: `OpenDuties`. */
type OpenDutiesRow = {
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
    recommendation: 'text', section: 'text', department: 'text', by: 'text', openedBy: 'text', since: 'text',
  },
  indexes: [['municipality', 'year']],
};

const owing: Table<OwingRow> = {
  name: 'duties_owing',
  key: 'place',
  columns: { place: 'text', municipality: 'text', ower: 'text', duty: 'text' },
  indexes: [['municipality', 'ower']],
};

const openDuties: Table<OpenDutiesRow> = { name: 'open_duties', key: 'stream', columns: { stream: 'text', duties: 'text' } };

const recommendations: Table<KeptRecommendation> = {
  name: 'recommendations_kept', key: 'stream', columns: { stream: 'text', recommendation: 'text' },
};

/** What is owed on every sheet and every recommendation, by whom, and since when. A duty that goes on being owed is the same duty. */
export const dutiesModel = readModel<SheetEvent | RecommendationEvent>({
  name: 'duties',
  version: 3,
  tables: [duties, owing, openDuties, outlines, recommendations],
  on: {
    ...onEveryMove((rows, { sheet, place }, header) => {
      const { year, plan, node, section, department } = sheet;
      owe(rows, owedOn(sheet), { year, place, plan, node, recommendation: null, section, department }, header);
    }),
    ...onEveryRecommendation(recommendations, (rows, recommendation, header) => {
      const { stream, municipality } = header;
      rows.put(recommendations, { stream, recommendation: JSON.stringify(recommendation) });
      const { year, sheet, plan = null, node = null, section, department } = recommendation;
      const place = (sheet === undefined ? undefined : rows.get(outlines, sheetStream(municipality, sheet))?.place) ?? -1;
      const id = recommendationIn(municipality, stream);
      owe(rows, owedOnRecommendation(recommendation), { year, place, plan, node, recommendation: id, section, department }, header);
    }),
  },
});

function owe(rows: Rows, owed: readonly Owed[], on: OwedOn, header: EventHeader): void {
  const { stream, id, recordedAt } = header;
  const known = rows.get(openDuties, stream);
  const before: OpenDuties = known === undefined ? {} : JSON.parse(known.duties);
  const after: OpenDuties = Object.fromEntries(owed.map((one) => {
    const name = `${one.kind}/${one.which}`;
    return [name, before[name] ?? { ...one, duty: `${stream}/${name}/${id}`, openedBy: id, since: recordedAt }];
  }));
  for (const [name, duty] of Object.entries(before)) if (!(name in after)) close(rows, duty);
  for (const [name, duty] of Object.entries(after)) if (!(name in before)) open(rows, duty, on, header);
  rows.put(openDuties, { stream, duties: JSON.stringify(after) });
}

/** What those are called of whom something is asked. */
export const owers = {
  staffOf: (section: string) => `staff ${section}`,
  post: (post: string) => `post ${post}`,
  secretariat: 'secretariat',
  committee: (committee: string) => `committee ${committee}`,
} as const;

function owersOf(by: Owers): readonly string[] {
  if ('posts' in by) return by.posts.map(owers.post);
  if ('staffOf' in by) return [owers.staffOf(by.staffOf)];
  if ('committee' in by) return [owers.committee(by.committee)];
  return 'role' in by ? [owers.secretariat] : [];
}

function open(rows: Rows, { duty, kind, by, openedBy, since }: OpenDuty, on: OwedOn, { municipality, stream }: EventHeader): void {
  rows.put(duties, { ...on, duty, municipality, stream, kind, by: JSON.stringify(by), openedBy, since });
  for (const ower of owersOf(by)) rows.put(owing, { place: `${ower} ${duty}`, municipality, ower, duty });
}

function close(rows: Rows, { duty, by }: OpenDuty): void {
  rows.remove(duties, duty);
  for (const ower of owersOf(by)) rows.remove(owing, `${ower} ${duty}`);
}
