import type { Provider } from '@nestjs/common';
import { CommandHandler, QueryHandler } from '@nestjs/cqrs';
import { Runner } from './commands/runner.ts';
import { nameClass, type AnyCommand, type CommandClass, type Outcome } from './commands/verb.ts';
import { Answerer } from './reads/answerer.ts';
import type { AnyQuery, QueryClass } from './reads/question.ts';

/** Every verb is run by the one runner. */
export function handlesCommands(...commands: readonly CommandClass<never>[]): Provider[] {
  return commands.map((command) => {
    class Handler {
      constructor(private readonly runner: Runner) {}
      execute(asked: AnyCommand): Promise<Outcome> {
        return this.runner.run(asked);
      }
    }
    CommandHandler(command)(nameClass(Handler, `${command.verb.name}-handler`));
    return { provide: Handler, useFactory: (runner: Runner) => new Handler(runner), inject: [Runner] };
  });
}

/** Every question is answered by the one answerer. */
export function handlesQueries(...queries: readonly QueryClass<never, unknown>[]): Provider[] {
  return queries.map((query) => {
    class Handler {
      constructor(private readonly answerer: Answerer) {}
      execute(asked: AnyQuery): Promise<unknown> {
        return this.answerer.answer(asked);
      }
    }
    QueryHandler(query)(nameClass(Handler, `${query.question.name}-handler`));
    return { provide: Handler, useFactory: (answerer: Answerer) => new Handler(answerer), inject: [Answerer] };
  });
}
