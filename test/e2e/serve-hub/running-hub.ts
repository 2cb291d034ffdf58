import { startHub } from '#cli/serve/start-hub.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';
import { makeHubData } from './hub-data.js';

export interface RunningHub {
  readonly url: string;
  stop(): Promise<void>;
}

/** A hub on a free port over the hub data, both gone once it is stopped. */
export async function runningHub(): Promise<RunningHub> {
  const data = await makeHubData();
  const store = await openStore(data);
  const hub = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('test', 'silent'));
  const stop = async () => {
    await hub.close();
    await store.close();
    data.remove();
  };
  return { url: hub.url, stop };
}
