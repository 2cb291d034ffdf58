import { NO_ROW } from '#domain/mention-columns.js';
import type { GraphEngine } from '#domain/ports/graph-engine.js';
import { runParameters } from '#domain/run-parameters.js';
import { chooseEngine, SERVER_FROM_AMPLIFICATIONS } from './choose-engine.js';

const columns = (amplifications: number) => ({
  parent: new Uint32Array(amplifications + 5).fill(NO_ROW, amplifications),
  accounts: [],
});
const server = (refused: string | null): GraphEngine => ({
  refusal: async () => refused,
  measure: () => Promise.reject(new Error('not asked for here')),
});
const SMALL = columns(10);
const LARGE = columns(SERVER_FROM_AMPLIFICATIONS + 1);
const able = server(null);

test.each([
  ['a small network', SMALL, {}, able, 'IN_PROCESS', /10 amplifications/],
  ['a large one without Neo4j', LARGE, {}, undefined, 'IN_PROCESS', /not Neo4j/],
  ['a large one that does not fit', LARGE, {}, server('too little heap'), 'IN_PROCESS', /too little heap/],
  ['a large one', LARGE, {}, able, 'GDS', /5000001 amplifications/],
  ['a large one at another resolution', LARGE, { resolution: 2 }, able, 'IN_PROCESS', /resolution/],
  ['Leiden', SMALL, { communityMethod: 'LEIDEN' }, able, 'GDS', /Leiden/],
  ['what was asked for', LARGE, { engine: 'IN_PROCESS' }, able, 'IN_PROCESS', /asked for/],
  ['what was asked for', SMALL, { engine: 'GDS' }, able, 'GDS', /asked for/],
] as const)('%s: %#', async (_, mentions, asked, engine, expected, reason) => {
  const chosen = await chooseEngine(mentions, runParameters(asked), engine);
  expect(chosen.parameters).toEqual({ ...runParameters(asked), engine: expected });
  expect(chosen.engine === able).toBe(expected === 'GDS');
  expect(chosen.reason).toMatch(reason);
});

test.each([
  [{ engine: 'GDS' }, undefined, 'in-process'],
  [{ engine: 'GDS' }, server('no Graph Data Science there'), 'in-process'],
  [{ communityMethod: 'LEIDEN' }, undefined, 'louvain'],
])('what was asked for and is not there is refused: %#', async (asked, engine, instead) => {
  await expect(chooseEngine(SMALL, runParameters(asked), engine)).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    hint: expect.stringContaining(instead),
  });
});

test.each([
  [{ engine: 'IN_PROCESS', communityMethod: 'LEIDEN' }, 'parameters.communityMethod'],
  [{ engine: 'GDS', resolution: 2 }, 'parameters.resolution'],
  [{ engine: 'gpu' }, 'parameters.engine'],
  [{ communityMethod: 'BEST' }, 'parameters.communityMethod'],
])('what no engine has is refused before there is a job: %#', (asked, at) => {
  expect(() => runParameters(asked)).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS', at }));
});
