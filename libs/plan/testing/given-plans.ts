import { MemoryEventStore } from '../../event-store/memory/memory-event-store.ts';
import { accept } from '../../kernel/decision.ts';
import type { DomainEvent } from '../../kernel/decider.ts';
import { municipalityDecider, municipalityStream } from '../../municipality/domain/municipality.ts';
import type { MunicipalityFounded } from '../../municipality/domain/municipality.events.ts';
import { AccessTable, anywhere, mayAsk } from '../../platform/access/access-table.ts';
import type { Asker } from '../../platform/access/asker.ts';
import { answers, LowerRooms, type LowerRoomAnswer } from '../../platform/commands/lower-rooms.ts';
import { commandOf, noFacts, type CommandClass, type Outcome } from '../../platform/commands/verb.ts';
import type { Answering, QueryClass } from '../../platform/reads/question.ts';
import { asking, givenRunner, receiptOf, type Given } from '../../platform/testing/given-runner.ts';
import { schemeDecider, schemeStream } from '../../scheme/domain/scheme.ts';
import type { SchemeAdopted } from '../../scheme/domain/scheme.events.ts';
import { planAccess } from '../access.ts';
import type { Evidence, RevisionEvidence } from '../domain/plan.events.ts';
import { planDecider, planStream, type Plan } from '../domain/plan.ts';
import { EvidenceExists } from '../evidence-exists.ts';
import { OpenRecommendations, type OpenRecommendation } from '../open-recommendations.ts';

const named = (ja: string, en: string) => ({ ja, en });

const founded: MunicipalityFounded = {
  type: 'MunicipalityFounded', name: named('みほん市', 'Mihon'), demonstration: false, posts: [], appointments: [],
  departments: [{ id: 'industry', name: named('産業部', 'Industry') }],
  sections: ['promotion', 'childcare'].map((id) => ({ id, department: 'industry', name: named(`${id}課`, id) })),
};

const schemeAdopted: SchemeAdopted = {
  type: 'SchemeAdopted', schemeVersion: 1, scales: [], unitPrices: [], sheetTypes: [], approvalLines: [], stages: [],
  levels: [
    { id: 'policy', name: named('政策', 'Policy'), texts: [] },
    { id: 'measure', name: named('施策', 'Measure'), parent: 'policy', texts: [{ id: 'purpose', name: named('目的', 'Purpose') }] },
  ],
};

export const secretariat: Asker = { municipality: 'mihon', actor: 'person-1', role: 'secretariat', post: 'clerk', section: 'promotion' };
export const staff: Asker = { ...secretariat, actor: 'person-2', role: 'staff' };

/** Sheets of other rooms, for a room that knows none: those that the secretariat may see. */
export const sheetsThere: readonly Evidence[] = [{ sheet: '2025-there', revision: 4 }];

/** A recommendation that everybody may see. */
export const recommendationThere = { recommendation: 'recommendation-there' };

class TheseSheets extends EvidenceExists {
  override async visible({ role }: Asker, evidence: RevisionEvidence): Promise<boolean> {
    if ('recommendation' in evidence) return evidence.recommendation === recommendationThere.recommendation;
    const { sheet, revision } = evidence;
    return role === 'secretariat' && sheetsThere.some((one) => one.sheet === sheet && one.revision === revision);
  }
}

class TheseRecommendations extends OpenRecommendations {
  constructor(private readonly stands: ReadonlySet<string>) {
    super();
  }

  override async on(_asker: Asker, _plan: string, nodes: readonly string[]): Promise<readonly OpenRecommendation[]> {
    return nodes.filter((node) => this.stands.has(node)).map((node) => ({ ...recommendationThere, node, text: '統合を検討されたい。' }));
  }
}

/** A municipality with sections and a scheme, and all that a spec does with its plans. */
export class GivenPlans {
  readonly store = new MemoryEventStore();
  /** Nodes of any plan on which a recommendation stands that is not closed. */
  readonly recommended = new Set<string>();
  readonly #answering: readonly LowerRoomAnswer[];
  readonly #given: Given;

  constructor(answering?: readonly LowerRoomAnswer[]) {
    this.#answering = answering ?? [
      answers(EvidenceExists, () => new TheseSheets()), answers(OpenRecommendations, () => new TheseRecommendations(this.recommended)),
    ];
    this.#given = givenRunner(this.store, {
      access: [...planAccess, ...mayAsk('spec.found', { secretariat: anywhere }), ...mayAsk('spec.adopt', { secretariat: anywhere })],
      answering: this.#answering,
    });
  }

  async founded(): Promise<this> {
    const first = <Event extends DomainEvent>(event: Event) => ({ opens: true as const, facts: noFacts, decide: () => accept(event) });
    receiptOf(await this.run(commandOf({ name: 'spec.found', decider: municipalityDecider, ...first(founded) }), municipalityStream('mihon'), {}));
    receiptOf(await this.run(commandOf({ name: 'spec.adopt', decider: schemeDecider, ...first(schemeAdopted) }), schemeStream('mihon'), {}));
    return this;
  }

  run<Body extends object>(command: CommandClass<Body>, stream: string, body: Body, asker: Asker = secretariat): Promise<Outcome> {
    return this.#given.runner.run(asking(command, stream, body, undefined, asker));
  }

  /** Does something to a plan that must succeed. */
  async done<Body extends object>(command: CommandClass<Body>, plan: string, body: Body, asker: Asker = secretariat): Promise<Plan> {
    const stream = planStream('mihon', plan);
    receiptOf(await this.run(command, stream, body, asker));
    return (await this.#given.states.fold(planDecider, stream)).state;
  }

  /** What a question answers that needs no read model. */
  async answer<Asked extends object, Answer>({ question }: QueryClass<Asked, Answer>, asked: Asked, asker: Asker = staff): Promise<unknown> {
    const access = new AccessTable(planAccess);
    const answering: Partial<Answering> = {
      asker, states: this.#given.states, may: (thing) => access.may(question.name, asker, thing), nameOf: (person) => `${person}さん`,
      lowerRooms: new LowerRooms(this.#answering, { states: this.#given.states, access }),
    };
    return question.answer(asked, answering as Answering, { all: () => [], one: () => undefined });
  }
}
