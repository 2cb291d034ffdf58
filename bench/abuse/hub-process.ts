import { type ChildProcess, spawn } from 'node:child_process';
import { packageFile } from '#platform/package-root.js';

/** `jejaring serve` on an empty data folder, without access control: nothing but its limits holds abuse off. */
export class HubProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  static start(dataFolder: string): Promise<HubProcess> {
    const args = [packageFile('dist/cli/main.js'), 'serve', '--no-access', '--port', '0', '--data', dataFolder];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, LOG_LEVEL: 'silent' },
    });
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)));
      child.stdout?.on('data', (text: Buffer) => {
        const [url] = /http:\S+\/graphql/.exec(String(text)) ?? [];
        if (url) resolve(new HubProcess(url, child));
      });
    });
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Seconds of processor time that it has used, and MiB of memory that it holds. */
  async used(): Promise<{ seconds: number; mebibytes: number }> {
    const text = await (await fetch(new URL('/metrics', this.url))).text();
    const value = (name: string) => Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)`, 'm').exec(text)?.[1]);
    return {
      seconds: value('process_cpu_seconds_total'),
      mebibytes: value('process_resident_memory_bytes') / 2 ** 20,
    };
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
