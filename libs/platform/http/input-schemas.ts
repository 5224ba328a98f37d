import { Ajv, type ValidateFunction } from 'ajv';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

type Schema = Readonly<Record<string, unknown>>;

const prefix = '#/components/schemas/';

/** The JSON Schemas of every class with class-validator decorators: what a body is checked by, and what OpenAPI shows. */
export function inputSchemas(): Readonly<Record<string, Schema>> {
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: prefix,
    additionalConverters: {
      // The converter's own words differ from what class-validator accepts; these are the same.
      isUuid: {
        type: 'string',
        pattern: '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}'
          + '|00000000-0000-0000-0000-000000000000|[fF]{8}-[fF]{4}-[fF]{4}-[fF]{4}-[fF]{12})$',
      },
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, { ...schema, additionalProperties: false }]));
}

/** One compiled check per class, made when first asked for. */
export class InputChecks {
  readonly #ajv = new Ajv({ strict: false, validateFormats: false });
  readonly #checks = new Map<string, ValidateFunction>();
  #known = false;

  of(className: string): ValidateFunction {
    let check = this.#checks.get(className);
    if (check === undefined) {
      this.#learn();
      check = this.#ajv.compile({ $ref: `meguri${prefix}${className}` });
      this.#checks.set(className, check);
    }
    return check;
  }

  #learn(): void {
    if (this.#known) return;
    this.#ajv.addSchema({ $id: 'meguri', components: { schemas: inputSchemas() } });
    this.#known = true;
  }
}
