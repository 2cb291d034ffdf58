import { randomUUID } from 'node:crypto';
import { dismissCandidate, takeUpCandidate } from '#domain/emerging/decide-candidate.js';
import { noSuchCandidate } from '#domain/emerging/decision-faults.js';
import { suggestedQuery } from '#domain/emerging/suggested-query.js';
import type { EmergingCandidate } from '#domain/emerging-issue.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Store } from '#domain/ports/store.js';
import { type AddOptions, checkQuery, matching, newIssue } from '../issue/change-issue.js';
import { type StoreOptions, withStore } from '../issue/with-store.js';

interface DecisionOptions extends StoreOptions {
  readonly by: string;
  readonly reason: string;
  readonly decision?: string;
}

type TakeUpOptions = DecisionOptions & Omit<AddOptions, 'query'> & { readonly query?: string };

export async function takeUp(candidateId: string, options: TakeUpOptions): Promise<void> {
  await withStore(options, async (store) => {
    const query = options.query ?? (await queryOf(store, candidateId));
    checkQuery(query);
    const issue = await newIssue(store, { ...options, query });
    const asked = askedBy(candidateId, options);
    const decided = await matching((onProgress) => takeUpCandidate(store, asked, issue, onProgress));
    const mentions = await store.mentions.count({ issueId: issue.id });
    print(decided, `taken up as issue ${issue.id} (${query}): ${mentions.toLocaleString('en')} mentions`, options);
  });
}

export async function dismiss(candidateId: string, options: DecisionOptions): Promise<void> {
  const decided = await withStore(options, (store) => dismissCandidate(store, askedBy(candidateId, options)));
  print(decided, 'dismissed', options);
}

function askedBy(candidateId: string, { by, reason, decision }: DecisionOptions) {
  return { candidateId, decisionId: decision ?? randomUUID(), by, reason };
}

/** Throws NOT_FOUND, BAD_PARAMETERS where nothing of it can be written as a query. */
async function queryOf(store: Store, candidateId: string): Promise<string> {
  const [candidate] = await store.emerging.get([candidateId]);
  if (!candidate) throw noSuchCandidate(candidateId);
  const named = candidate.issue.objects.filter(({ kind }) => kind === 'TEXT').map(({ name }) => name);
  const texts = new Map((await store.mentions.get(named)).map((mention, i) => [named[i], mention?.text ?? null]));
  const query = suggestedQuery(candidate.issue, (id) => texts.get(id) ?? null);
  if (query !== null) return query;
  throw new CodedError('BAD_PARAMETERS', 'no query can be made of what bursts', {
    at: '--query',
    hint: 'write which mentions belong to the issue',
  });
}

function print(decided: EmergingCandidate, what: string, { json }: StoreOptions): void {
  if (json) console.log(JSON.stringify(decided, null, 2));
  else console.log(`candidate ${decided.id} ${what}`);
}
