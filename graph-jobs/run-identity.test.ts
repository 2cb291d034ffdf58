import { DEFAULT_RUN_PARAMETERS } from '#domain/run.js';
import { runParameters } from '#domain/run-parameters.js';
import { runId } from './run-identity.js';

test('behaviours asked for in another order, or twice, make the same run', () => {
  const identity = { issueId: 'banjir', queryVersion: 1, inputHash: 'ab', codeVersion: 'jejaring@0' };
  const id = (behaviours: string[]) => runId({ ...identity, parameters: runParameters({ behaviours }) });
  expect(id(['CO_REPLY', 'CO_LINK', 'CO_LINK'])).toBe(id(['CO_LINK', 'CO_REPLY']));
  expect(id(['CO_LINK'])).not.toBe(id(['CO_LINK', 'CO_REPLY']));
  expect(id(['CO_LINK'])).toMatch(/^r[0-9a-f]{16}$/);
});

test('each part of the identity makes another run', () => {
  const identity = {
    issueId: 'banjir',
    queryVersion: 1,
    inputHash: 'ab',
    codeVersion: 'jejaring@0',
    parameters: DEFAULT_RUN_PARAMETERS,
  };
  const others = [
    { ...identity, issueId: 'gempa' },
    { ...identity, queryVersion: 2 },
    { ...identity, inputHash: 'cd' },
    { ...identity, codeVersion: 'jejaring@1' },
    { ...identity, parameters: { ...DEFAULT_RUN_PARAMETERS, seed: 2 } },
  ];
  expect(new Set([identity, ...others].map(runId)).size).toBe(6);
});
