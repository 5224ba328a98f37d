import type { FactReader } from '../../platform/commands/verb.ts';
import type { Form } from '../../scheme/domain/scheme.ts';
import { seesAddress, type Viewer } from '../domain/content/visibility.ts';
import { formOfSheet, type Formed } from '../facts.ts';

/** The forms of many sheets, each looked up once. */
export class Forms {
  readonly #forms = new Map<string, Form>();

  constructor(private readonly states: FactReader, private readonly municipality: string) {}

  async of(sheet: Formed): Promise<Form> {
    const { phase, year, schemeVersion, sheetType } = sheet;
    const name = `${phase} ${year} ${schemeVersion} ${sheetType}`;
    const known = this.#forms.get(name);
    if (known !== undefined) return known;
    const form = await formOfSheet(this.states, { municipality: this.municipality }, sheet);
    this.#forms.set(name, form);
    return form;
  }

  /** Whether a viewer sees what stands at an address of such a sheet. */
  async sees(viewer: Viewer, sheet: Formed, address: string): Promise<boolean> {
    return seesAddress(viewer, await this.of(sheet), address, sheet.phase);
  }
}
