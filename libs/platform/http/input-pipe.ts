import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Problem } from '../problems/problem.ts';
import { bodyFault } from './body-fault.ts';
import { InputChecks } from './input-schemas.ts';

/** A verb that is told nothing but its address. */
export class NoBody {}

/**
 * Input is checked by a schema compiled from its class's decorators, which costs next to nothing; only when that says no
 * does class-validator itself look, because it has the words for what is wrong.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  readonly #checks = new InputChecks();

  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || metatype === undefined || metatype === Object) return value;
    const fault = bodyFault(value);
    if (fault !== undefined) throw new Problem('malformed-body', { reason: fault });
    if (metatype === NoBody) return nothing(value);
    const check = this.#checks.of(metatype.name);
    if (check(value)) return value;
    const errors = explain(metatype, value);
    throw new Problem('wrong-input', {
      errors: errors.length > 0 ? errors
        : check.errors?.map((error) => ({ field: error.instancePath.slice(1).replaceAll('/', '.'), message: error.message })),
    });
  }
}

function nothing(value: unknown): object {
  if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value) || Object.keys(value).length > 0)) {
    throw new Problem('wrong-input', { errors: [{ field: '', message: 'this takes no body' }] });
  }
  return {};
}

interface FieldFault {
  readonly field: string;
  readonly message: string;
}

function explain(type: Type<unknown>, value: unknown): readonly FieldFault[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ field: '', message: 'must be a JSON object' }];
  }
  const instance = plainToInstance(type, value) as object;
  return flatten(validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }), '');
}

function flatten(errors: readonly ValidationError[], prefix: string): readonly FieldFault[] {
  return errors.flatMap(({ property, constraints, children }) => [
    ...Object.values(constraints ?? {}).map((message) => ({ field: prefix + property, message })),
    ...flatten(children ?? [], `${prefix}${property}.`),
  ]);
}
