import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { compiledModule } from '#platform/package-root.js';
import type { Held } from './memory-probe.js';

const LAST_LINES = 20;

/** A service of the hub as a process of its own, by its own main. */
export class ServiceProcess {
  readonly #last: string[] = [];

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Ready when it resolves; throws with the end of its log when it ends before. */
  static async start(name: string, environment: NodeJS.ProcessEnv): Promise<{ service: ServiceProcess; url: string }> {
    const main = name === 'gateway' ? 'gateway/main.js' : `subgraphs/${name}/main.js`;
    const child = fork(compiledModule(main), {
      execArgv: ['--expose-gc', '--import', compiledModule('bench/gateway-load/memory-probe.js')],
      env: { ...process.env, LOG_LEVEL: 'info', PORT: '0', ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const service = new ServiceProcess(name, child, environment);
    return { service, url: await service.#serving() };
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** What it holds after a collection. */
  held(): Promise<Held> {
    this.child.send('held');
    return new Promise((resolve, reject) => {
      this.child.once('message', (held: Held) => resolve(held));
      this.child.once('exit', (code) => reject(new Error(`${this.name} ended with ${code}`)));
    }).finally(() => this.child.removeAllListeners('exit')) as Promise<Held>;
  }

  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  /** The same service anew, where it was. */
  async again(url: string): Promise<ServiceProcess> {
    const { service } = await ServiceProcess.start(this.name, { ...this.environment, PORT: new URL(url).port });
    return service;
  }

  #serving(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.child.once('exit', (code) => reject(new Error(`${this.name} ended with ${code}: ${this.#last.join('\n')}`)));
      createInterface(this.child.stderr!).on('line', (line) => {
        if (this.#last.push(line) > LAST_LINES) this.#last.shift();
        const { msg, url } = line.startsWith('{') ? JSON.parse(line) : {};
        if (msg === 'serving') resolve(url);
      });
    }).finally(() => this.child.removeAllListeners('exit')) as Promise<string>;
  }
}
