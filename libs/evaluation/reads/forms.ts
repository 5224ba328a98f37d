import type { FactReader } from '../../platform/commands/verb.ts';
import { formOf, schemeDecider, schemeStream, type Form } from '../../scheme/domain/scheme.ts';
import { seesAddress, type Viewer } from '../domain/content/visibility.ts';
import type { SheetPhase } from '../domain/sheet-life.ts';
import { cycleOf } from '../facts.ts';

/** What decides under which form a sheet stands. */
export interface Formed {
  readonly phase: SheetPhase;
  readonly year: number;
  readonly sheetType: string;
  /** As it was opened, or submitted last. */
  readonly schemeVersion: number;
}

/** The forms of many sheets, each looked up once: the cycle's while a sheet is written, afterwards the one it was submitted under. */
export class Forms {
  readonly #cycleVersions = new Map<number, number>();
  readonly #forms = new Map<string, Form>();

  constructor(private readonly states: FactReader, private readonly municipality: string) {}

  async of({ phase, year, sheetType, schemeVersion }: Formed): Promise<Form> {
    const version = phase === 'drafting' ? await this.#versionOfCycle(year) : schemeVersion;
    const name = `${version} ${sheetType}`;
    const known = this.#forms.get(name);
    if (known !== undefined) return known;
    const { state } = await this.states.fold(schemeDecider, schemeStream(this.municipality));
    const form = formOf(state, version, sheetType);
    if (form === undefined) throw new Error(`a sheet of ${sheetType}, version ${version}, and no such form`);
    this.#forms.set(name, form);
    return form;
  }

  /** Whether a viewer sees what stands at an address of such a sheet. */
  async sees(viewer: Viewer, sheet: Formed, address: string): Promise<boolean> {
    return seesAddress(viewer, await this.of(sheet), address, sheet.phase);
  }

  async #versionOfCycle(year: number): Promise<number> {
    const known = this.#cycleVersions.get(year);
    if (known !== undefined) return known;
    const { cycle: { schemeVersion } } = await cycleOf(this.states, this.municipality, year);
    this.#cycleVersions.set(year, schemeVersion);
    return schemeVersion;
  }
}
