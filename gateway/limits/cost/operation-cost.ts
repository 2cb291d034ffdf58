import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { defaultValues } from '../../default-values.js';
import { selectionCompiler, type WeighedField, type WeighedSelections } from './compile-selections.js';
import type { CostWeights } from './cost-weights.js';
import type { Variables } from './list-length.js';

/** Beyond it sums are no longer whole numbers, and nobody's limit. */
const MOST = Number.MAX_SAFE_INTEGER;

/** What an operation costs, in points: about the objects that it may give. */
export interface OperationCost {
  of(variables: Variables): number;
  /** Where most of that lies: names down the answer, joined by dots, and the points from there on. */
  dearest(variables: Variables): { readonly path: string; readonly cost: number };
}

interface Asked {
  readonly schema: GraphQLSchema;
  readonly weights: CostWeights;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
}

/** Of selections: what they cost by themselves, and for each item of a list that the field around them sizes. */
interface Cost {
  readonly fixed: number;
  readonly perItem: number;
}

type Known = Map<WeighedSelections, Cost>;

const NOTHING: Cost = { fixed: 0, perItem: 0 };

/**
 * Weighs a valid operation as the IBM cost specification does: weight and length of each field come from the schema, those
 * of pages from the arguments that are given. What no request changes is found here, once; a request only adds up. Upper
 * bounds: a field that is selected twice counts twice, and so do fragments on types of which an object is one.
 */
export function operationCost({ schema, weights, document, operationName }: Asked): OperationCost {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return { of: () => 0, dearest: () => ({ path: '', cost: 0 }) };
  const selections = selectionCompiler({ schema, weights, document })(operation.selectionSet, root.name, []);
  const defaults = defaultValues(operation);
  return {
    of: (variables) => Math.min(MOST, costOf(selections, { ...defaults, ...variables }, new Map()).fixed),
    dearest: (variables) => dearestPath(selections, { ...defaults, ...variables }),
  };
}

function costOf(selections: WeighedSelections, variables: Variables, known: Known): Cost {
  const done = known.get(selections);
  if (done) return done;
  known.set(selections, NOTHING);
  let fixed = 0;
  let perItem = 0;
  for (const field of selections.fields) {
    if (field.isLeftOut(variables)) continue;
    const one = costOfOne(field, variables, known);
    if (field.own === null) perItem += one;
    else fixed += one * field.own(variables);
    fixed += field.inputs;
  }
  for (const spread of selections.spreads) {
    if (spread.isLeftOut(variables)) continue;
    const inside = costOf(spread.selections, variables, known);
    fixed += inside.fixed;
    perItem += inside.perItem;
  }
  const cost = { fixed, perItem };
  known.set(selections, cost);
  return cost;
}

/** Of one item of a field, with all that is in it. */
function costOfOne(field: WeighedField, variables: Variables, known: Known): number {
  if (!field.selections) return field.weight;
  const { fixed, perItem } = costOf(field.selections, variables, known);
  return field.weight + fixed + perItem * field.inside(variables);
}

/** Down from the root as long as one field makes more than half of what is there. */
function dearestPath(root: WeighedSelections, variables: Variables): { path: string; cost: number } {
  const known: Known = new Map();
  const names: string[] = [];
  let cost = costOf(root, variables, known).fixed;
  let selections: WeighedSelections | null = root;
  let [objects, page] = [1, 1];
  // A fragment that is in itself was refused before; the bound is for whoever asks without that.
  while (selections && names.length < 100) {
    let dearest: { field: WeighedField; items: number; cost: number } | null = null;
    for (const field of fieldsOf(selections, variables)) {
      const items: number = objects * (field.own === null ? page : field.own(variables));
      const ofField = items * costOfOne(field, variables, known) + objects * field.inputs;
      if (ofField > (dearest?.cost ?? 0)) dearest = { field, items, cost: ofField };
    }
    if (!dearest || (names.length > 0 && dearest.cost * 2 <= cost)) break;
    const { field }: { field: WeighedField } = dearest;
    names.push(field.name);
    cost = dearest.cost;
    selections = field.selections;
    [objects, page] = [dearest.items, field.inside(variables)];
  }
  return { path: names.join('.'), cost: Math.min(MOST, cost) };
}

/** With those of fragments, of each fragment once. */
function fieldsOf(
  selections: WeighedSelections,
  variables: Variables,
  seen = new Set<WeighedSelections>(),
): WeighedField[] {
  if (seen.has(selections)) return [];
  seen.add(selections);
  const fields = selections.fields.filter((field) => !field.isLeftOut(variables));
  for (const spread of selections.spreads)
    if (!spread.isLeftOut(variables)) fields.push(...fieldsOf(spread.selections, variables, seen));
  return fields;
}
