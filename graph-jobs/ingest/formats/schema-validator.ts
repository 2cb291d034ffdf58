import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { packageFile } from '#platform/package-root.js';

const validators = new Map<string, ValidateFunction>();

/** Compiles, once, a definition of one of the schemas that we publish; `definition` is a JSON pointer, '' for the whole. */
export function schemaValidator(file: string, definition = ''): ValidateFunction {
  const key = `${file}#${definition}`;
  const validate = validators.get(key) ?? compile(file, definition);
  validators.set(key, validate);
  return validate;
}

function compile(file: string, definition: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(packageFile(`graph-jobs/ingest/schemas/${file}`), 'utf8')) as { $id: string };
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema(schema);
  return ajv.getSchema(`${schema.$id}${definition === '' ? '' : `#${definition}`}`)!;
}

/** Where and what the first error of a validation is: a dotted path, '' for the value as a whole. */
export function firstError(errors: readonly ErrorObject[] | null | undefined): { path: string; reason: string } {
  const error = errors![0]!;
  const { missingProperty, additionalProperty, allowedValues } = error.params as Record<string, unknown>;
  const inner = missingProperty ?? additionalProperty;
  const steps = error.instancePath.split('/').slice(1);
  if (inner !== undefined) steps.push(String(inner));
  return { path: steps.join('.'), reason: reasonOf(error, missingProperty, additionalProperty, allowedValues) };
}

function reasonOf(error: ErrorObject, missing: unknown, additional: unknown, allowed: unknown): string {
  if (missing !== undefined) return 'is missing';
  if (additional !== undefined) return 'is not a field of this format';
  return Array.isArray(allowed) ? `${error.message}: ${allowed.join(', ')}` : (error.message ?? error.keyword);
}
