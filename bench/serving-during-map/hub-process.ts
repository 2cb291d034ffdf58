import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startHub } from '#cli/serve/start-hub.js';
import { DEFAULT_RUN_PARAMETERS, type Progress, type Run } from '#domain/run.js';
import { mapIssue } from '#graph-jobs/map-issue/map-issue.js';
import { createLogger } from '#platform/logger.js';
import { openStore } from '#store/open-store.js';

export interface Mapped {
  readonly timings: Run['timings'];
  /** Of the process that held the mapping thread, since its start. */
  readonly peakMiB: number;
}

type Message =
  | { readonly type: 'ready'; readonly url: string; readonly peakMiB: number }
  | { readonly type: 'progress'; readonly progress: Progress }
  | ({ readonly type: 'mapped' } & Mapped);

/** What a process does: `serve` starts the hub in it. Either maps an issue, in a thread, when it is told to. */
export async function runHubProcess(dataFolder: string, serve: boolean): Promise<void> {
  const tell = (message: Message) => process.send!(message);
  // The bench is gone.
  process.once('disconnect', () => process.exit());
  process.on('message', async (issueId: string) => {
    const onProgress = (progress: Progress) => tell({ type: 'progress', progress });
    const { timings } = await mapIssue({ dataFolder, issueId, parameters: DEFAULT_RUN_PARAMETERS, onProgress });
    tell({ type: 'mapped', timings, peakMiB: peakMiB() });
  });
  if (!serve) return void tell({ type: 'ready', url: '', peakMiB: peakMiB() });
  const store = await openStore({ dataFolder, serving: true });
  const { url } = await startHub(store, { host: '127.0.0.1', port: 0 }, createLogger('bench', 'silent'));
  tell({ type: 'ready', url, peakMiB: peakMiB() });
}

function peakMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** Such a process, from the side of the bench. */
export class HubProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(main: string, dataFolder: string, serve: boolean): Promise<HubProcess> {
    const child = fork(fileURLToPath(main), ['--process', dataFolder, serve ? 'serve' : 'map']);
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message: Message) => message.type === 'ready' && resolve(message.url));
      child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
    });
    return new HubProcess(child, url);
  }

  map(issueId: string, onProgress: (progress: Progress) => void): Promise<Mapped> {
    this.child.send(issueId);
    return new Promise((resolve, reject) => {
      this.child.on('message', (message: Message) => {
        if (message.type === 'progress') onProgress(message.progress);
        if (message.type === 'mapped') resolve(message);
      });
      this.child.once('exit', (code) => reject(new Error(`the process ended with ${code} before it had mapped`)));
    });
  }

  stop(): void {
    this.child.removeAllListeners('exit');
    this.child.kill('SIGKILL');
  }
}
