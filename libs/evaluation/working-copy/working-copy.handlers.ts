import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isRejected, reject, type Rejected } from '../../kernel/decision.ts';
import type { AccessTable } from '../../platform/access/access-table.ts';
import type { Asker } from '../../platform/access/asker.ts';
import type { ClockOf } from '../../platform/clock-of.ts';
import type { FactReader } from '../../platform/commands/verb.ts';
import { inPhaseFor } from '../domain/sheet.rejections.ts';
import { sheetDecider, sheetStream } from '../domain/sheet.ts';
import { placeOf } from '../facts.ts';
import type { AtPost, WorkingCopies, WorkingCopy } from './working-copies.ts';

/** A working copy is not evidence, so these do not go through the runner: nothing of them is in the log. */
export class KeepWorkingCopy extends Command<Rejected | WorkingCopy> {
  static readonly verb = { name: 'evaluation.keep-working-copy' };
  constructor(readonly asker: Asker, readonly sheet: string, readonly copy: Omit<WorkingCopy, 'keptAt'>) { super(); }
}

export class DropWorkingCopy extends Command<Rejected | undefined> {
  static readonly verb = { name: 'evaluation.drop-working-copy' };
  constructor(readonly asker: Asker, readonly sheet: string) { super(); }
}

export class ReadWorkingCopy extends Query<Rejected | WorkingCopy> {
  static readonly question = { name: 'evaluation.read-working-copy' };
  constructor(readonly asker: Asker, readonly sheet: string) { super(); }
}

/** What the three of them need. */
export class WorkingCopyDesk {
  constructor(
    readonly copies: WorkingCopies,
    readonly clocks: ClockOf,
    private readonly states: FactReader,
    private readonly access: AccessTable,
  ) {}

  /** The drawer that is meant, when the asker may open it. */
  async drawer(what: string, asker: Asker, sheet: string, toKeep = false): Promise<AtPost | Rejected> {
    const { municipality, post } = asker;
    const { state } = await this.states.fold(sheetDecider, sheetStream(municipality, sheet));
    if (state.phase === 'absent') return reject('unknown');
    if (post === undefined || !this.access.may(what, asker, placeOf(state))) return reject('not-allowed');
    const refused = toKeep ? inPhaseFor(state, 'save') : undefined;
    return isRejected(refused) ? refused : { municipality, sheet, post };
  }
}

@CommandHandler(KeepWorkingCopy)
export class KeepWorkingCopyHandler implements ICommandHandler<KeepWorkingCopy> {
  constructor(private readonly desk: WorkingCopyDesk) {}

  async execute({ asker, sheet, copy }: KeepWorkingCopy): Promise<Rejected | WorkingCopy> {
    const drawer = await this.desk.drawer(KeepWorkingCopy.verb.name, asker, sheet, true);
    if ('code' in drawer) return drawer;
    const kept = { ...copy, keptAt: this.desk.clocks.now(asker.municipality) };
    this.desk.copies.keep(drawer, kept);
    return kept;
  }
}

@CommandHandler(DropWorkingCopy)
export class DropWorkingCopyHandler implements ICommandHandler<DropWorkingCopy> {
  constructor(private readonly desk: WorkingCopyDesk) {}

  async execute({ asker, sheet }: DropWorkingCopy): Promise<Rejected | undefined> {
    const drawer = await this.desk.drawer(DropWorkingCopy.verb.name, asker, sheet);
    if ('code' in drawer) return drawer;
    this.desk.copies.drop(drawer);
    return undefined;
  }
}

@QueryHandler(ReadWorkingCopy)
export class ReadWorkingCopyHandler implements IQueryHandler<ReadWorkingCopy> {
  constructor(private readonly desk: WorkingCopyDesk) {}

  async execute({ asker, sheet }: ReadWorkingCopy): Promise<Rejected | WorkingCopy> {
    const drawer = await this.desk.drawer(ReadWorkingCopy.question.name, asker, sheet);
    return 'code' in drawer ? drawer : this.desk.copies.read(drawer) ?? reject('unknown');
  }
}
