import { committeeDecider, committeeStream } from '../../committee/domain/committee.ts';
import { cycleDecider, cycleStream, publicPartOf, type OpenCycle } from '../../cycle/domain/cycle.ts';
import type { Label } from '../../kernel/label.ts';
import type { TypedValue } from '../../kernel/value.ts';
import type { FoundedMunicipality } from '../../municipality/domain/municipality.ts';
import { nameInYear } from '../../municipality/domain/office.ts';
import { predecessorsOf } from '../../plan/domain/lineage.ts';
import { planDecider, planStream, type Plan } from '../../plan/domain/plan.ts';
import { contentsAt } from '../../plan/domain/plan-at.ts';
import { childrenOf, indicatorsOf } from '../../plan/domain/tree.ts';
import type { FactReader } from '../../platform/commands/verb.ts';
import type { Field, RollUpField } from '../../scheme/domain/field.ts';
import { formOf, schemeDecider, schemeStream, versionOf, type Form, type Scheme } from '../../scheme/domain/scheme.ts';
import { publishedForm, type Readers } from '../domain/publication/published-form.ts';
import { recommendationDecider, recommendationStream } from '../domain/recommendations/recommendation.ts';
import { sheetDecider, sheetId, sheetStream, type FinalSheet, type Sheet } from '../domain/sheet.ts';
import { officeOf } from '../facts.ts';
import { printContent } from './print-content.ts';
import type { RatedBelow } from './published-fields.ts';
import { publishedResponse, type PublishedRecommendationFacts, type PublishedResponse } from './published-recommendation.ts';
import type { PublishedSheetFacts } from './published-sheet.ts';

/** What an edition is made for. */
export interface EditionOf {
  readonly municipality: string;
  readonly cycle: OpenCycle;
  readonly readers: Readers;
  /** Everything of it that is final, by sheet. */
  readonly sheets: ReadonlyMap<string, FinalSheet>;
}

/** Everything of which the pages of an edition speak, folded once for all of them. */
export class EditionFacts {
  readonly #plans = new Map<string, Promise<Plan>>();
  readonly #committees = new Map<string, Promise<Label | undefined>>();

  private constructor(
    private readonly reader: FactReader, private readonly of: EditionOf,
    private readonly office: FoundedMunicipality, private readonly scheme: Scheme,
  ) {}

  static async gather(reader: FactReader, of: EditionOf): Promise<EditionFacts> {
    const { office } = await officeOf(reader, of.municipality);
    const { state: scheme } = await reader.fold(schemeDecider, schemeStream(of.municipality));
    return new EditionFacts(reader, of, office, scheme);
  }

  get municipality(): { readonly id: string; readonly name: Label } {
    return { id: this.of.municipality, name: this.office.name };
  }

  async ofSheet(sheet: FinalSheet): Promise<PublishedSheetFacts> {
    const { cycle: { aboutYear }, readers } = this.of;
    const scheme = versionOf(this.scheme, sheet.schemeVersion);
    if (scheme === undefined) throw new Error(`a sheet under version ${sheet.schemeVersion} of the scheme, and no such version`);
    const form = this.#formOf(sheet);
    const plan = await this.#plan(sheet.plan);
    if (plan.phase !== 'adopted') throw new Error(`a final sheet of ${sheet.plan}, which was never adopted`);
    const contents = contentsAt(plan, sheet.planRevision);
    const children = childrenOf(contents, sheet.node).map(({ id }) => id);
    const published = publishedForm(form, readers).fields;
    return {
      form, aboutYear, scheme, rows: { indicators: indicatorsOf(contents, sheet.node), children },
      municipality: this.municipality, nodes: contents.nodes, planVersion: contents.planVersion,
      section: this.nameOfSection(sheet.section), department: this.nameOfDepartment(sheet.department),
      committees: await this.#committeesOf(sheet), responses: await this.#responsesTo(sheet),
      valueLastYear: asksLastYear(published) ? await this.#valueLastYear([sheet.node, ...predecessorsOf(plan, sheet.node)], aboutYear) : () => undefined,
      below: await this.#below(published, children, contents.nodes),
    };
  }

  async ofRecommendation({ committee, section, department }: Readonly<Record<'committee' | 'section' | 'department', string>>): Promise<PublishedRecommendationFacts> {
    return {
      municipality: this.municipality, committee: await this.#committee(committee),
      section: this.nameOfSection(section), department: this.nameOfDepartment(department),
    };
  }

  /** As it was called in the year of the cycle: a later name changes nothing of what was published. */
  nameOfSection(id: string): Label | undefined {
    const section = this.office.sections.find((one) => one.id === id);
    return section && nameInYear(section, this.of.cycle.year);
  }

  nameOfDepartment(id: string): Label | undefined {
    const department = this.office.departments.find((one) => one.id === id);
    return department && nameInYear(department, this.of.cycle.year);
  }

  #formOf({ schemeVersion, sheetType }: FinalSheet): Form {
    const form = formOf(this.scheme, schemeVersion, sheetType);
    if (form === undefined) throw new Error(`a sheet of ${sheetType}, version ${schemeVersion}, and no such form`);
    return form;
  }

  async #plan(id: string): Promise<Plan> {
    const known = this.#plans.get(id) ?? this.reader.fold(planDecider, planStream(this.of.municipality, id)).then(({ state }) => state);
    this.#plans.set(id, known);
    return known;
  }

  async #committee(id: string): Promise<Label | undefined> {
    const known = this.#committees.get(id) ?? this.reader.fold(committeeDecider, committeeStream(this.of.municipality, id))
      .then(({ state }) => (state.phase === 'absent' ? undefined : state.name));
    this.#committees.set(id, known);
    return known;
  }

  async #committeesOf({ works }: FinalSheet): Promise<ReadonlyMap<string, Label>> {
    const named = new Map<string, Label>();
    for (const { handOver: { committee } } of Object.values(works)) {
      const name = committee === undefined ? undefined : await this.#committee(committee);
      if (committee !== undefined && name !== undefined) named.set(committee, name);
    }
    return named;
  }

  async #responsesTo({ works }: FinalSheet): Promise<ReadonlyMap<string, PublishedResponse>> {
    const responses = new Map<string, PublishedResponse>();
    for (const { result } of Object.values(works)) {
      for (const { recommendation } of result?.by === 'committee' ? result.recommendations : []) {
        const { state } = await this.reader.fold(recommendationDecider, recommendationStream(this.of.municipality, recommendation));
        const response = publishedResponse(state);
        if (response !== undefined) responses.set(recommendation, response);
      }
    }
    return responses;
  }

  /** Only a sheet about the very year before says what a cell held then: of the node, or else of the nearest that it came from. */
  async #valueLastYear(nodes: readonly string[], aboutYear: number): Promise<PublishedSheetFacts['valueLastYear']> {
    const { municipality, cycle: { year } } = this.of;
    const { state: before } = await this.reader.fold(cycleDecider, cycleStream(municipality, year - 1));
    if (before.phase === 'absent' || before.aboutYear !== aboutYear - 1) return () => undefined;
    for (const node of nodes) {
      const { state: sheet } = await this.reader.fold(sheetDecider, sheetStream(municipality, sheetId(year - 1, node)));
      if (sheet.phase === 'final') return (address) => valueIn(sheet, address);
    }
    return () => undefined;
  }

  /** The ratings of the sheets below that these readers may read: in this edition, or in public before. */
  async #below(
    fields: readonly Field[], children: readonly string[], nodes: PublishedSheetFacts['nodes'],
  ): Promise<Readonly<Record<string, readonly RatedBelow[]>>> {
    const rollUps = fields.filter((field): field is RollUpField => field.kind === 'roll-up');
    if (rollUps.length === 0) return {};
    const sheets: FinalSheet[] = [];
    for (const child of children) {
      const sheet = await this.#readBelow(sheetId(this.of.cycle.year, child));
      if (sheet.phase === 'final') sheets.push(sheet);
    }
    return Object.fromEntries(rollUps.map(({ id, sheetType, field }) => [id, sheets.filter((sheet) => sheet.sheetType === sheetType)
      .flatMap((sheet) => this.#ratedBelow(sheet, field, nodes))]));
  }

  async #readBelow(id: string): Promise<Sheet> {
    const { sheets, cycle, municipality } = this.of;
    if (publicPartOf(cycle, id) === undefined) return sheets.get(id) ?? sheetDecider.initial;
    return sheets.get(id) ?? (await this.reader.fold(sheetDecider, sheetStream(municipality, id))).state;
  }

  #ratedBelow(sheet: FinalSheet, fieldId: string, nodes: PublishedSheetFacts['nodes']): readonly RatedBelow[] {
    const form = publishedForm(this.#formOf(sheet), this.of.readers);
    const field = form.fields.find(({ id }) => id === fieldId);
    const node = nodes.get(sheet.node);
    const grade = field?.kind === 'rating' ? printContent(sheet.fields[fieldId]?.content, field, form.scales) : undefined;
    if (node === undefined || grade === undefined || !('label' in grade)) return [];
    return [{ sheet: sheetId(sheet.year, sheet.node), number: node.number, name: node.name, grade: grade.label }];
  }
}

function asksLastYear(fields: readonly Field[]): boolean {
  return fields.some((field) => field.kind === 'table' && field.columns.some((column) => column.kind === 'given' && column.given === 'last-year'));
}

function valueIn({ fields }: FinalSheet, address: string): TypedValue | undefined {
  const content = fields[address]?.content;
  return content?.kind === 'value' ? content.value : undefined;
}
