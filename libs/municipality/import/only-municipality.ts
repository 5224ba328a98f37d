import type { LogReader } from '../../event-store/event-store.ts';
import { reject, type Rejected } from '../../kernel/decision.ts';
import { pagesOf } from '../../platform/reads/log-pages.ts';
import { municipalityStream } from '../domain/municipality.ts';

/** The municipality that is meant when none is said: the one that there is. */
export async function onlyMunicipality(log: LogReader): Promise<string | Rejected> {
  const found = new Set<string>();
  const before = municipalityStream('');
  const end = await log.lastPosition();
  for await (const page of pagesOf((query) => log.readLogText(query))) {
    for (const { stream } of page) if (stream.startsWith(before)) found.add(stream.slice(before.length));
    // Somebody may be writing, and then there would always be more.
    if (found.size > 1 || end === undefined || (page.at(-1)?.position ?? end) >= end) break;
  }
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  return reject('wrong-input', {
    errors: [{ field: 'municipality', message: only === undefined ? 'there is none yet' : 'must be said, because there are several' }],
  });
}
