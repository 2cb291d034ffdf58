import { DEFAULT_RUN_PARAMETERS } from './run.js';
import { runParameters, storedParameters } from './run-parameters.js';

test('what is not given has its default', () => {
  expect(runParameters({})).toEqual(DEFAULT_RUN_PARAMETERS);
  expect(runParameters({ seed: 7, fdr: null, resolution: undefined })).toEqual({
    ...DEFAULT_RUN_PARAMETERS,
    seed: 7,
  });
});

test('every fault is named at once', () => {
  const parse = () => runParameters({ behaviours: ['CO_DANCE'], windowSeconds: -1, resolution: 'wide' });
  expect(parse).toThrow(/behaviours.*CO_REPLY.*windowSeconds.*86400.*resolution/s);
  expect(parse).toThrow(expect.objectContaining({ code: 'BAD_PARAMETERS', at: 'parameters.behaviours' }) as Error);
});

test('a fault says what was given, under the name that the caller knows', () => {
  expect(() => runParameters({ windowSeconds: 'abc' })).toThrow(
    'windowSeconds: it must be a number from 0 to 86400, not "abc"',
  );
  expect(() => runParameters({ windowSeconds: 'abc' }, { windowSeconds: '--window' })).toThrow(
    expect.objectContaining({ at: '--window', message: expect.stringMatching(/^--window: it must/) }) as Error,
  );
});

test.each([
  ['fdr', [1e-9, 0.01, 0.5], [0, 0.6, '0.01']],
  ['windowsSeconds', [[0], [10, 60.5, 86_400]], [[], 60, [-1], [10, 'wide'], [1, 2, 3, 4, 5, 6, 7, 8, 9]]],
  ['windowSeconds', [0, 0.5, 86_400], [-1, 86_401, '60']],
  ['minParticipation', [1, 1_000_000], [0, 1.5, 1_000_001]],
  ['minWeight', [1, 1_000_000], [0, 2.5, 1_000_001]],
  ['resolution', [0.001, 1000], [0, 1001, Number.NaN]],
  ['shuffledCopies', [0, 1000], [-1, 0.5, 1001]],
  ['seed', [0, 2_147_483_647], [-1, 0.5, 2_147_483_648]],
  ['behaviours', [['CO_LINK']], [[], 'CO_LINK', ['CO_LINK', 'CO_DANCE']]],
] as const)('%s has a range', (name, taken, refused) => {
  const mode = name === 'windowSeconds' || name.startsWith('min') ? 'COMPATIBLE' : 'CALIBRATED';
  for (const value of taken) expect(runParameters({ mode, [name]: value })[name]).toEqual(value);
  for (const value of refused)
    expect(() => runParameters({ mode, [name]: value })).toThrow(
      expect.objectContaining({ code: 'BAD_PARAMETERS', at: `parameters.${name}` }) as Error,
    );
});

test('behaviours count once and have one order: the same request is the same run', () => {
  const { behaviours } = runParameters({ behaviours: ['CO_LINK', 'CO_REPOST', 'CO_LINK'] });
  expect(behaviours).toEqual(['CO_REPOST', 'CO_LINK']);
});

test('windows count once, shortest first', () => {
  expect(runParameters({ windowsSeconds: [600, 10, 600] }).windowsSeconds).toEqual([10, 600]);
});

test.each([
  [{ windowSeconds: 30 }, 'windowSeconds', /in mode CALIBRATED \(it is of COMPATIBLE\), not "30"/],
  [{ minWeight: 3, minParticipation: 4 }, 'minParticipation', /minParticipation: .*minWeight: /],
  [{ mode: 'COMPATIBLE', fdr: 0.05 }, 'fdr', /in mode COMPATIBLE \(it is of CALIBRATED\)/],
  [{ mode: 'COMPATIBLE', windowsSeconds: [60] }, 'windowsSeconds', /in mode COMPATIBLE \(it is of CALIBRATED\)/],
] as const)('a parameter that the mode does not heed is a fault: %j', (asked, name, message) => {
  expect(() => runParameters(asked)).toThrow(
    expect.objectContaining({ at: `parameters.${name}`, message: expect.stringMatching(message) }) as Error,
  );
});

test('all parameters of a run, given back, are the same run', () => {
  const { mode, ...others } = DEFAULT_RUN_PARAMETERS;
  expect(runParameters({ mode, ...others })).toEqual(DEFAULT_RUN_PARAMETERS);
});

test('runs from before there was a choice were compatible, in this process', () => {
  const {
    mode: _,
    fdr: __,
    windowsSeconds: ___,
    engine: ____,
    communityMethod: _____,
    ...old
  } = DEFAULT_RUN_PARAMETERS;
  expect(storedParameters(old)).toMatchObject({ mode: 'COMPATIBLE', engine: 'IN_PROCESS', communityMethod: 'LOUVAIN' });
});
