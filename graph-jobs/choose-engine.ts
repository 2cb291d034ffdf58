import { CodedError } from '#domain/errors/coded-error.js';
import { type MentionColumns, NO_ROW } from '#domain/mention-columns.js';
import type { GraphEngine, NetworkSize } from '#domain/ports/graph-engine.js';
import type { RunParameters } from '#domain/run.js';
import { InProcessEngine } from './map/engine/in-process-engine.js';

/**
 * AUTO asks the server above so many amplifications. Four times the largest network this process was measured with, which
 * it was done with in seconds; where the server becomes the faster one has yet to be measured.
 */
export const SERVER_FROM_AMPLIFICATIONS = 5_000_000;

export interface ChosenEngine {
  readonly engine: GraphEngine;
  /** As asked for, with AUTO settled. */
  readonly parameters: RunParameters;
  readonly reason: string;
}

/**
 * Settles on an engine before the run has its id, by what is known then: the amplifications and accounts of the columns,
 * of which the network has no more edges and nodes. Throws ENGINE_UNAVAILABLE where what was asked for cannot be had.
 */
export async function chooseEngine(
  columns: Pick<MentionColumns, 'parent' | 'accounts'>,
  parameters: RunParameters,
  server: GraphEngine | undefined,
): Promise<ChosenEngine> {
  const { engine: asked, communityMethod: method, resolution } = parameters;
  const size = mostOf(columns);
  const refusal = async () => (server === undefined ? 'the store is not Neo4j' : server.refusal(size, method));
  const inProcess = (reason: string): ChosenEngine => ({
    engine: new InProcessEngine(),
    parameters: { ...parameters, engine: 'IN_PROCESS' },
    reason,
  });
  const onServer = async (reason: string): Promise<ChosenEngine> => {
    const refused = await refusal();
    if (refused !== null) throw unavailable(refused, parameters);
    return { engine: server!, parameters: { ...parameters, engine: 'GDS' }, reason };
  };
  if (asked === 'IN_PROCESS') return inProcess('asked for');
  if (asked === 'GDS') return onServer('asked for');
  if (method === 'LEIDEN') return onServer('auto: only Graph Data Science has Leiden');
  if (resolution !== 1) return inProcess('auto: Louvain of Graph Data Science knows no resolution other than 1');
  const counted = `${size.edges} amplifications, and Graph Data Science is asked above ${SERVER_FROM_AMPLIFICATIONS}`;
  if (size.edges <= SERVER_FROM_AMPLIFICATIONS) return inProcess(`auto: ${counted}`);
  const refused = await refusal();
  return refused === null ? onServer(`auto: ${counted}`) : inProcess(`auto: ${counted}, but ${refused}`);
}

function mostOf({ parent, accounts }: Pick<MentionColumns, 'parent' | 'accounts'>): NetworkSize {
  let edges = 0;
  for (const row of parent) if (row !== NO_ROW) edges += 1;
  return { nodes: accounts.length, edges };
}

function unavailable(refused: string, { communityMethod }: RunParameters): CodedError {
  const instead = communityMethod === 'LEIDEN' ? '--communities louvain' : '--engine in-process';
  return new CodedError('ENGINE_UNAVAILABLE', `Graph Data Science cannot measure this network: ${refused}`, {
    at: 'engine',
    hint: `use ${instead}, or a Neo4j server with Graph Data Science and enough heap (docs/neo4j.md)`,
  });
}
