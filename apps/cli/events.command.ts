import type { LogReader, StoredText } from '../../libs/event-store/event-store.ts';
import { pagesOf } from '../../libs/platform/reads/log-pages.ts';
import type { Settings } from '../../libs/platform/settings.ts';
import { openLog } from '../api/engines.ts';
import { CannotDo } from './one-line.ts';
import { operatorCommand } from './operator-command.ts';
import type { Output } from './output.ts';

export const eventsCommand = operatorCommand({
  name: 'events',
  description: 'print the log, one event a line, as it is stored (NDJSON)',
  args: {
    municipality: { type: 'string', description: 'only events of this municipality' },
    stream: { type: 'string', description: 'only events of this stream' },
    after: { type: 'string', description: 'only events after this position' },
  },
  run: printEvents,
});

export interface EventsAsked {
  readonly municipality?: string | undefined;
  readonly stream?: string | undefined;
  readonly after?: string | undefined;
}

export async function printEvents(settings: Settings, asked: EventsAsked, output: Output): Promise<void> {
  const log = openLog(settings);
  try {
    await printLog(log, asked, output);
  } catch (fault) {
    if (fault instanceof RangeError && asked.after !== undefined) throw new CannotDo(`--after: ${fault.message}`, { cause: fault });
    throw fault;
  } finally {
    await log.close();
  }
}

async function printLog(log: LogReader, { municipality, stream, after }: EventsAsked, output: Output): Promise<void> {
  const end = await log.lastPosition();
  for await (const page of pagesOf((query) => log.readLogText(query), after)) {
    for (const text of page) {
      if (stream !== undefined && text.stream !== stream) continue;
      if (municipality !== undefined && municipalityOf(text) !== municipality) continue;
      // Spliced and not printed anew: what is stored is shown byte for byte.
      await output.line(`{"position":"${text.position}","header":${text.header},"payload":${text.payload}}`);
    }
    // Somebody may be writing, and then there would always be more.
    if (end === undefined || (page.at(-1)?.position ?? end) >= end) return;
  }
}

function municipalityOf({ position, header }: StoredText): unknown {
  try {
    return (JSON.parse(header) as { readonly municipality?: unknown }).municipality;
  } catch (fault) {
    throw new CannotDo(`the header at ${position} cannot be read; "meguri verify" tells more`, { cause: fault });
  }
}
