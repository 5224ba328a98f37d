import { sheetId, sheetStream } from '../../../libs/evaluation/domain/sheet.ts';
import type { StageWork } from '../../../libs/evaluation/domain/stage-work.ts';
import type { Instant } from '../../../libs/kernel/clock.ts';
import type { FiscalYear } from '../../../libs/kernel/fiscal-year.ts';
import type { CommandClass } from '../../../libs/platform/commands/verb.ts';
import { deed, type Deeds, type Doing } from './deeds.ts';
import { municipality } from './office.ts';

/** What is done on one sheet in one part of its year; the keys count what is done. */
export class SheetDeeds {
  readonly doings: Doing[] = [];
  readonly stream: string;

  constructor(private readonly part: string, private readonly year: FiscalYear, private readonly sheet: { readonly node: string; readonly number: string }) {
    this.stream = sheetStream(municipality, sheetId(year, sheet.node));
  }

  do<Body extends object>(at: Instant, by: string, command: CommandClass<Body>, body: Body | ((deeds: Deeds) => Promise<Body>)): void {
    const name = `${this.part} ${this.year} ${this.sheet.number} ${this.doings.length + 1}`;
    this.doings.push(deed({ at, name, by, command, stream: this.stream, body }));
  }

  async seen(deeds: Deeds): Promise<{ basedOn: number }> {
    return { basedOn: (await deeds.sheet(this.stream)).revision };
  }

  async beforeCommittee(deeds: Deeds): Promise<StageWork | undefined> {
    return (await deeds.sheet(this.stream)).works['committee'];
  }

  /** No sheet of the demonstration has more than one. */
  async question(deeds: Deeds): Promise<string> {
    return Object.keys((await this.beforeCommittee(deeds))?.questions ?? {})[0] ?? '';
  }
}
