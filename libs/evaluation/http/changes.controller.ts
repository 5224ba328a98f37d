import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { concatMap, filter, from, interval, map, merge, type Observable } from 'rxjs';
import { AccessTable } from '../../platform/access/access-table.ts';
import { FoldedStates } from '../../platform/commands/folded-states.ts';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { LoggedEvent } from '../../platform/observing/logged-event.ts';
import { placeOf } from '../commands.ts';
import { sheetDecider, sheetStream } from '../domain/sheet.ts';

const beatMs = 15_000;

/** The question that this stream goes on answering. */
const WatchChanges = { question: { name: 'evaluation.watch-changes' } };

@ApiTags('更新の通知 Changes')
@ApiParam({ name: 'municipality', type: String })
@Controller('api/:municipality/changes')
export class ChangesController {
  constructor(
    private readonly events: EventBus,
    private readonly states: FoldedStates,
    private readonly access: AccessTable,
  ) {}

  /** Which sheets change while one looks, without what was written. A stream that was cut off is not resumed: read again. */
  @Sse()
  @Asks(WatchChanges, '更新を受け取る Sheets that change, as server-sent events')
  watch(@AtTheDesk() desk: Desk): Observable<MessageEvent> {
    const ours = sheetStream(desk.municipality, '');
    const changes = this.events.pipe(
      filter((event): event is LoggedEvent => event instanceof LoggedEvent && event.stored.header.stream.startsWith(ours)),
      concatMap((event) => from(this.#mayBeTold(desk, event)).pipe(filter(Boolean), map(() => event))),
      map(({ stored: { position, header: { type, stream, revision } } }) =>
        ({ type: 'change', id: position, data: { sheet: stream.slice(ours.length), event: type, revision } })),
    );
    // Something now and then, so that a proxy between us does not take the stream for dead.
    return merge(changes, interval(beatMs).pipe(map(() => ({ type: 'beat', data: '' }))));
  }

  /** By what may be seen of the sheet as it stands now; who asks was settled when the stream was opened. */
  async #mayBeTold({ asker }: Desk, { stored: { header } }: LoggedEvent): Promise<boolean> {
    const { state } = await this.states.fold(sheetDecider, header.stream);
    const place = placeOf(state);
    return this.access.may(WatchChanges.question.name, asker, place) && this.access.sees(header.type, asker, place);
  }
}
