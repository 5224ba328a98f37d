import type { CycleEvent } from '../../../cycle/domain/cycle.events.ts';
import { dayInJapan } from '../../../kernel/day.ts';
import { reject } from '../../../kernel/decision.ts';
import { officeIdPattern } from '../../../kernel/office-id.ts';
import { municipalityDecider, municipalityStream } from '../../../municipality/domain/municipality.ts';
import { queryOf } from '../../../platform/reads/question.ts';
import { readModel, type Table } from '../../../platform/reads/read-model.ts';

/** An edition that everybody may read. */
type PublicEditionRow = {
  readonly name: string;
  readonly municipality: string;
  readonly year: number;
  readonly edition: number;
  readonly day: string;
};

const publicEditions: Table<PublicEditionRow> = {
  name: 'public_editions',
  key: 'name',
  columns: { name: 'text', municipality: 'text', year: 'integer', edition: 'integer', day: 'text' },
  indexes: [['municipality', 'year']],
};

export const publicEditionsModel = readModel<CycleEvent>({
  name: 'public-editions',
  version: 1,
  tables: [publicEditions],
  on: {
    EditionPublished(rows, { edition, step, on }, { stream, municipality }) {
      if (step !== 'public') return;
      rows.put(publicEditions, { name: `${stream} ${edition}`, municipality, year: Number(stream.split('-').at(-1)), edition, day: on });
    },
  },
});

/** The years of which something is public, the newest first, with every edition of each. */
export const ListPublicYears = queryOf({
  name: 'evaluation.list-public-years',
  model: publicEditionsModel,
  async answer(_asked: object, { asker: { municipality }, states, may, now }, model) {
    if (!may({})) return reject('not-allowed');
    if (!officeIdPattern.test(municipality)) return reject('unknown');
    const { state: office } = await states.fold(municipalityDecider, municipalityStream(municipality));
    if (office.phase === 'absent') return reject('unknown');
    const rows = model.all<PublicEditionRow>(
      'SELECT * FROM public_editions WHERE municipality = @municipality AND day <= @today ORDER BY year DESC, edition',
      { municipality, today: dayInJapan(now()) });
    const years = Map.groupBy(rows, ({ year }) => year);
    return {
      municipality: { id: municipality, name: office.name },
      years: [...years].map(([year, editions]) => ({ year, editions: editions.map(({ edition, day }) => ({ edition, on: day })) })),
    };
  },
});
