import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { concatMap, filter, interval, merge, takeWhile, type Observable } from 'rxjs';
import { AccessTable } from '../../platform/access/access-table.ts';
import { Sight } from '../../platform/access/sight.ts';
import { FoldedStates } from '../../platform/commands/folded-states.ts';
import { Asks, AtTheDesk, Desk } from '../../platform/http/desk.ts';
import { LoggedEvent } from '../../platform/observing/logged-event.ts';
import { sheetDecider, sheetStream } from '../domain/sheet.ts';
import { placeOf } from '../facts.ts';

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
    private readonly sight: Sight,
  ) {}

  /** Which sheets change while one looks, without what was written. A stream that was cut off is not resumed: read again. */
  @Sse()
  @Asks(WatchChanges, '更新を受け取る Sheets that change, as server-sent events')
  watch(@AtTheDesk() desk: Desk): Observable<MessageEvent> {
    const ours = sheetStream(desk.municipality, '');
    const changes = this.events.pipe(
      filter((event): event is LoggedEvent => event instanceof LoggedEvent && event.stored.header.stream.startsWith(ours)),
    );
    // Something now and then, so that a proxy between us does not take the stream for dead.
    return merge(changes, interval(beatMs)).pipe(
      concatMap((one) => this.#told(desk, one, ours.length)),
      takeWhile((told) => told !== over),
      filter((told) => told !== nothing),
    );
  }

  /** With the rights of now: a stream ends for whom the door has closed meanwhile, and an event of which nothing is left is not told. */
  async #told(desk: Desk, event: LoggedEvent | number, prefixLength: number): Promise<MessageEvent | typeof over | typeof nothing> {
    const asker = await desk.whoAsksNow();
    if (asker === undefined) return over;
    if (typeof event === 'number') return { type: 'beat', data: '' };
    const { position, header: { type, stream, revision } } = event.stored;
    const { state } = await this.states.fold(sheetDecider, stream);
    const place = placeOf(state);
    if (!this.access.may(WatchChanges.question.name, asker, place)) return nothing;
    if ((await this.sight.of(asker, sheetDecider, stream, place))(event.stored) === undefined) return nothing;
    return { type: 'change', id: position, data: { sheet: stream.slice(prefixLength), event: type, revision } };
  }
}

const over = Symbol('over');
const nothing = Symbol('nothing');
