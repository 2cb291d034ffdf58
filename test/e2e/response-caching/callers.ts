import { grantedScopes, type Role } from '#domain/access/scopes.js';
import type { Caller } from '#domain/caller.js';
import { USUAL_LIMITS } from '#gateway/limits/limit-settings.js';
import type { Answer } from '../serve-hub/ask.js';

export const UNCACHED = { ...USUAL_LIMITS, cache: { bytes: 0, redisUrl: null } };

/** A caller of a role, limited to regions where some are named. */
export function callerOf(role: Role, regions: readonly string[] | null, more: Partial<Caller> = {}): Caller {
  return {
    ...{ principal: 'key:1', role, regions, agencyId: null },
    scopes: grantedScopes({ role, regions, named: null }),
    ...more,
  };
}

export const ADMINISTRATOR = callerOf('ADMINISTRATOR', null);
export const PROVINCE = callerOf('REGIONAL_SYSTEM', ['31']);
export const CITY = callerOf('REGIONAL_SYSTEM', ['31.71']);
export const OTHER_PROVINCE = callerOf('REGIONAL_SYSTEM', ['32']);

/** Believes whatever caller the header names: who may call is not what is tried here. */
export const believing = async (authorization = '') => ({
  caller: JSON.parse(authorization) as Caller,
  validUntil: Number.POSITIVE_INFINITY,
});

export async function askAs(caller: Caller, url: string, query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: JSON.stringify(caller) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  // What is kept in the gateway is nobody else's to keep.
  expect(response.headers.get('cache-control') ?? '').not.toMatch(/public|max-age/);
  return (await response.json()) as Answer;
}

/** One of the metrics of a service, by subgraph where it has one. */
export async function metricOf(url: string, name: string, subgraph?: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`));
  const found = lines.filter((line) => subgraph === undefined || line.includes(`subgraph="${subgraph}"`));
  return found.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
