import { GraphQLError } from 'graphql';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Expected, FieldShape, Shape } from './answer-shape.js';
import { type Data, isData } from './merge-data.js';

/** More of them tell nobody more. */
const MOST_FAULTS = 100;

/** Stands for a null that an error explains already. */
const LOST = Symbol('null that is explained');

interface Place {
  readonly above: Place | null;
  readonly key: string | number;
}

/** What a null costs where the schema promises that there is none. */
export type Nulls =
  /** What the specification says: the nearest place above that may be null. */
  | 'strict'
  /** The object that lacks the field, and no more: what other subgraphs gave stays, against the promise. */
  | 'partial';

/**
 * The answer as GraphQL wants it of what the subgraphs gave: the selected fields in their order, nothing else, and where
 * a value is missing null, or the nearest place above that may be null. `errors` gets one for each null that is against
 * the schema and that no error explains.
 */
export function completeAnswer(data: Data, shape: Shape, errors: GraphQLError[], nulls: Nulls): Data | null {
  const explained = explainedBy(errors);
  let faults = 0;
  const deny = denialsInto(errors);
  const answer = completeObject(data, shape, null);
  return answer === LOST ? null : answer;

  function completeObject(source: Data, shape: Shape, place: Place | null): Data | typeof LOST {
    const typeName = shape.typeName ?? source.__typename;
    const fields = fieldsOf(shape, typeName);
    if (!fields) {
      fault('gave an object of a type that the schema does not have there', place);
      return LOST;
    }
    const object: Data = {};
    for (const field of fields) if (!completeField(object, source, field, typeName, place)) return LOST;
    return object;
  }

  /** False: the object cannot be without it. */
  function completeField(object: Data, source: Data, field: FieldShape, typeName: unknown, place: Place | null) {
    const { key, from, expected, name, denied } = field;
    if (!expected) {
      object[key] = typeName;
      return true;
    }
    // Whatever a subgraph said of it.
    if (denied) {
      deny(denied, { above: place, key });
      object[key] = null;
      return !expected.nonNull;
    }
    const value = complete(source[from], expected, name, { above: place, key });
    if (value === LOST) return false;
    object[key] = value;
    return true;
  }

  /** LOST where null may not stand. */
  function complete(value: unknown, expected: Expected, name: string, place: Place): unknown {
    const completed = value === undefined || value === null ? null : completeValue(value, expected, name, place);
    if (completed !== null && completed !== LOST) return completed;
    if (!expected.nonNull || (nulls === 'partial' && value !== undefined)) return null;
    if (completed === null) fault(`gave null for ${name}, which is never null`, place);
    return LOST;
  }

  function completeValue(value: unknown, { item, shape, values }: Expected, name: string, place: Place): unknown {
    if (item) return completeList(value, item, name, place);
    if (shape && isData(value)) return completeObject(value, shape, place);
    if (!shape && (!values || values.has(value))) return value;
    fault(`gave a value for ${name} that the schema does not have`, place);
    return LOST;
  }

  function completeList(value: unknown, item: Expected, name: string, place: Place): unknown[] | typeof LOST {
    if (!Array.isArray(value)) {
      fault(`gave no list for ${name}`, place);
      return LOST;
    }
    const list: unknown[] = [];
    for (let i = 0; i < value.length; i += 1) {
      const completed = complete(value[i], item, name, { above: place, key: i });
      if (completed === LOST) return LOST;
      list.push(completed);
    }
    return list;
  }

  function fault(what: string, place: Place | null): void {
    if (nulls === 'partial') return;
    const path = pathTo(place);
    if (faults >= MOST_FAULTS || explained(path)) return;
    faults += 1;
    const hint = 'this part of the answer is null; tell those who run the subgraph';
    const originalError = new CodedError('SUBGRAPH_FAULT', `a subgraph ${what}`, { at: path.join('.'), hint });
    errors.push(new GraphQLError(originalError.message, { path, originalError }));
  }
}

/** Tells of what is closed to the caller, at each place. */
function denialsInto(errors: GraphQLError[]): (denied: CodedError, place: Place) => void {
  let denials = 0;
  return (denied, place) => {
    denials += 1;
    if (denials > MOST_FAULTS) return;
    errors.push(new GraphQLError(denied.message, { path: pathTo(place), originalError: denied }));
  };
}

/** Of an interface object the subgraph may know no more than the name of the interface. */
function fieldsOf({ fields, abstract }: Shape, typeName: unknown): readonly FieldShape[] | null {
  if (!abstract) return fields;
  const isUntold = typeName === undefined || typeName === abstract.name;
  return abstract.byType.get(String(typeName)) ?? (isUntold ? fields : null);
}

function pathTo(place: Place | null): (string | number)[] {
  return place ? [...pathTo(place.above), place.key] : [];
}

/** Whether an error at, above or below a place says already why nothing is there. Looked up only when something is null. */
function explainedBy(errors: readonly GraphQLError[]): (path: readonly (string | number)[]) => boolean {
  let at: Set<string> | undefined;
  let above: Set<string> | undefined;
  return (path) => {
    if (!at || !above) {
      at = new Set(errors.map((error) => (error.path ?? []).join('.')));
      above = new Set(errors.flatMap(({ path: all = [] }) => all.map((_, i) => all.slice(0, i + 1).join('.'))));
    }
    return above.has(path.join('.')) || [0, ...path].some((_, i) => at?.has(path.slice(0, i).join('.')));
  };
}
