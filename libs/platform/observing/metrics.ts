import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ModelStanding } from '../reads/read-model-host.ts';

/** What operators watch: numbers only, with names of verbs and models and never of people. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #commands: Counter<'verb' | 'outcome'>;
  readonly #duration: Histogram<'verb'>;
  /** Looking labels up costs more than counting; there are only so many pairs of them. */
  readonly #ofVerb = new Map<string, { readonly commands: Counter.Internal; readonly duration: Histogram.Internal<'verb'> }>();

  constructor(standing: () => readonly ModelStanding[]) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#commands = new Counter({
      name: 'meguri_commands_total', help: 'Commands by verb and by how they ended.', labelNames: ['verb', 'outcome'], registers,
    });
    this.#duration = new Histogram({
      name: 'meguri_command_seconds', help: 'From asking to acknowledging.', labelNames: ['verb'], registers,
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    });
    const following = new Gauge({
      name: 'meguri_read_model_following', help: '1 while a read model follows the log.', labelNames: ['model'], registers,
      collect() {
        for (const { name, state } of standing()) following.set({ model: name }, state === 'following' ? 1 : 0);
      },
    });
  }

  readonly contentType = this.#registry.contentType;

  countCommand(verb: string, outcome: string, seconds: number): void {
    const pair = `${verb} ${outcome}`;
    let counted = this.#ofVerb.get(pair);
    if (counted === undefined) {
      counted = { commands: this.#commands.labels(verb, outcome), duration: this.#duration.labels(verb) };
      this.#ofVerb.set(pair, counted);
    }
    counted.commands.inc();
    counted.duration.observe(seconds);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
