/** What formats write: a directed graph whose rows they ask for one by one, in this order. */
export interface ExportedGraph {
  /** Of the graph as a whole; texts of ours, or cleaned ones from outside. */
  readonly facts: Readonly<Record<string, string>>;
  readonly nodes: number;
  readonly edges: number;
  readonly id: (node: number) => string;
  readonly label: (node: number) => string;
  /** By edge: places of its nodes. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Uint32Array;
  readonly nodeAttributes: readonly Attribute[];
  readonly edgeAttributes: readonly Attribute[];
  /** From when to when nodes and edges were there; null where that is not known. */
  readonly spans: { readonly nodes: Spans; readonly edges: Spans } | null;
}

export interface Spans {
  /** Unix milliseconds. */
  readonly first: Float64Array;
  readonly last: Float64Array;
}

export type AttributeType = 'boolean' | 'integer' | 'double' | 'string';

/** A column of nodes or edges; `of` gives null where a node or edge has no value. */
export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  /** For the sidecar: one sentence. */
  readonly meaning: string;
  readonly of: (item: number) => boolean | number | string | null;
}

/** Unix milliseconds as every format writes them. */
export function momentOf(time: number): string {
  return new Date(time).toISOString();
}
