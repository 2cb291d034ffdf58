import { DEFAULT_SCENARIO } from '#simulator/default-parameters.js';
import { plantedRace } from '../../../bench/hoax-clusters/planted-race.js';
import { groupAgreement, rumourTexts } from '../../../bench/hoax-clusters/rumour-groups.js';
import { describeReal } from '../../real-data.js';

const HOUR = 3_600_000;

test("a scenario's hoax and its clarification come out with the planted lag", async () => {
  const { hoax } = DEFAULT_SCENARIO;
  const { planted, found, candidates } = await plantedRace({ ...DEFAULT_SCENARIO, mentions: 3000, accounts: 2000 });
  const { lag, audience } = found.race;
  expect(lag).toEqual({ first: planted.first, half: planted.half });
  const spread = (hoax.rootSpreadMinutes / 60) * HOUR;
  expect(Math.abs(lag!.first - hoax.clarificationLagHours * HOUR)).toBeLessThanOrEqual(spread);
  const { TELLS, DENIES } = found.roles;
  expect([TELLS.matches, DENIES.matches]).toEqual([hoax.roots, hoax.clarifications]);
  expect([TELLS.matches + TELLS.reposts, DENIES.matches + DENIES.reposts]).toEqual([planted.told, planted.denied]);
  expect(candidates.denials).toEqual([hoax.clarifications, hoax.clarifications]);
  expect(candidates.tellings[1]).toBe(0);
  expect(audience.carriers.accounts).toBe(TELLS.accounts);
});

describeReal('mentions of the rumours of CED', ['ced/posts.csv.gz', 'ced/reposts.csv.gz'], (paths) => {
  test('that are near-duplicates are of one rumour, far more often than chance has it', async () => {
    const agreement = groupAgreement(await rumourTexts(paths, 100_000));
    process.stderr.write(`CED, near-duplicate groups and rumours: ${JSON.stringify(agreement)}\n`);
    expect(agreement.grouped).toBeGreaterThan(1000);
    expect(agreement.pairsWithin).toBeGreaterThan(0.9);
    expect(agreement.pairsWithin).toBeGreaterThan(20 * agreement.pairsByChance);
    expect(agreement.purity).toBeGreaterThan(0.75);
  });
});
