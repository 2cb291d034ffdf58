import pino from 'pino';
import { ANYONE } from '#domain/caller.js';
import { createLogger } from '#platform/logger.js';
import { DEGRADED } from '#platform/readiness.js';
import { describeOnRedis } from '../../../test/redis/describe-on-redis.js';
import { clientOf } from './client-key.js';
import { rateLimit } from './rate-limit.js';

const silent = createLogger('test', 'silent');
const SETTINGS = { known: 100, anonymous: 20, redisUrl: null };
const known = (principal: string) => clientOf({ ...ANYONE, principal, role: 'NATIONAL_ANALYST' }, '10.0.0.1');
const anyone = (address: string) => clientOf(ANYONE, address);

test('each caller has a budget, and whoever spent it is refused before anything is read', async () => {
  const rate = (await rateLimit(SETTINGS, true, silent))!;
  await rate.take(known('key:a'), 100);
  expect(rate.refusal(known('key:a'))).toBeNull();
  const refusal = { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) };
  await expect(rate.take(known('key:a'), 1)).rejects.toMatchObject(refusal);
  expect(rate.refusal(known('key:a'))).toMatchObject(refusal);
  await rate.take(known('key:b'), 100);
});

test('who shows no credential pays by address, of IPv6 by network', async () => {
  const rate = (await rateLimit(SETTINGS, true, silent))!;
  await rate.take(anyone('10.0.0.1'), 20);
  await expect(rate.take(anyone('::ffff:10.0.0.1'), 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await rate.take(anyone('10.0.0.2'), 20);
  await rate.take(anyone('2001:db8:0:1::1'), 20);
  await expect(rate.take(anyone('2001:0db8::1:ffff:0:0:9'), 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await rate.take(anyone('2001:db8:0:2::1'), 20);
});

test('without access control nobody is limited, unless it is set', async () => {
  expect(await rateLimit({ ...SETTINGS, known: null }, false, silent)).toBeNull();
  const rate = (await rateLimit(SETTINGS, false, silent))!;
  await rate.take(anyone('127.0.0.1'), 100);
  await expect(rate.take(anyone('127.0.0.1'), 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

test('0 is no limit', async () => {
  expect(await rateLimit({ ...SETTINGS, known: 0, anonymous: 0 }, true, silent)).toBeNull();
});

describeOnRedis('budgets on Redis', (redis) => {
  const client = known('key:shared');

  test('several gateways share them; without Redis each counts for itself, and log and /ready say so', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line) => void lines.push(line) });
    const settings = { ...SETTINGS, redisUrl: redis().url };
    const [one, other] = [(await rateLimit(settings, true, log))!, (await rateLimit(settings, true, silent))!];
    await until(async () => (await one.probe!()) !== DEGRADED && (await other.probe!()) !== DEGRADED);
    await one.take(client, 60);
    await expect(other.take(client, 60)).rejects.toMatchObject({ code: 'RATE_LIMITED' });

    redis().freeze();
    // Its own count begins anew.
    for (let i = 0; i < 10; i += 1) await one.take(client, 10);
    await expect(one.take(client, 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await one.probe!()).toBe(DEGRADED);
    await redis().stop();
    expect(lines.filter((line) => line.includes('Redis does not answer'))).toHaveLength(1);
    expect(lines.join()).not.toContain(redis().url);

    await redis().start();
    await until(async () => (await one.probe!()) !== DEGRADED);
    await until(async () => {
      await one.take(known('key:again'), 0);
      return lines.some((line) => line.includes('answers again'));
    });
    one.close();
    other.close();
  });
});

/** Looks again until something holds; a test that never sees it ends at the limit of the suite. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
