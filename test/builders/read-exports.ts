import graphologyModule from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';

// The package is CommonJS with the class itself as its export, which its type file calls `default`.
const Graph = graphologyModule as unknown as (typeof graphologyModule)['default'];
export type ReadGraph = InstanceType<typeof Graph>;

/** Exports as Gephi Lite opens them: these are its parsers. */
export const readGexf = (text: string): ReadGraph => parseGexf(Graph, text) as ReadGraph;
export const readGraphml = (text: string): ReadGraph => parseGraphml(Graph, text) as ReadGraph;
export const readGraphology = (text: string): ReadGraph => Graph.from(JSON.parse(text));
