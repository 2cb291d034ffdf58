import type { z } from 'zod';
import { WHOLE_ROW } from '../read/raw-row.js';
import { FieldFault } from './field-fault.js';

/** A value as a schema describes it. Throws FieldFault naming the first field that is not so. */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const { path, message } = error.issues[0]!;
  throw new FieldFault(path.length === 0 ? WHOLE_ROW : path.join('.'), message);
}
