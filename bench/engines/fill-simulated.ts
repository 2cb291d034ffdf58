import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_ISSUE } from '#simulator/demo-scenario.js';
import { hasIssue, jejaring } from './fill-store.js';

/** The simulated issue in a data folder, mapped, so that there is spread to ask for. */
export async function fillSimulated(folder: string): Promise<void> {
  if (await hasIssue(DEMO_ISSUE.id, folder)) return;
  const scenario = join(folder, 'scenario.ndjson');
  if (!existsSync(scenario)) jejaring(folder, ['simulate', '--out', scenario]);
  jejaring(folder, ['import', scenario]);
  const { id, title, query } = DEMO_ISSUE;
  jejaring(folder, ['issue', 'add', '--id', id, '--title', title, '--query', query]);
  jejaring(folder, ['map', id]);
}
