import { join } from 'node:path';
import { KILLED } from './operations.js';
import { ServiceProcess } from './service-process.js';

const SUBGRAPHS = ['accounts', 'agencies', 'mentions', 'spread'];

/** The hub as docker-compose.yml runs it, on this machine: four subgraphs over HTTP and the gateway, each a process. */
export class HubServices {
  private constructor(
    readonly gateway: ServiceProcess,
    /** Of the gateway. */
    readonly endpoint: string,
    readonly subgraphs: Map<string, ServiceProcess>,
    private readonly addresses: Readonly<Record<string, string>>,
  ) {}

  static async start(dataFolder: string): Promise<HubServices> {
    const subgraphs = new Map<string, ServiceProcess>();
    const addresses: Record<string, string> = {};
    for (const name of SUBGRAPHS) {
      const { service, url } = await ServiceProcess.start(name, { JEJARING_DATA: dataFolder });
      subgraphs.set(name, service);
      addresses[name] = url;
    }
    const SUBGRAPH_URLS = Object.entries(addresses).map(([name, url]) => `${name}=${url}`);
    const environment = { JEJARING_DATA: join(dataFolder, 'gateway'), SUBGRAPH_URLS: SUBGRAPH_URLS.join(',') };
    const { service, url } = await ServiceProcess.start('gateway', environment);
    return new HubServices(service, url, subgraphs, addresses);
  }

  get all(): ServiceProcess[] {
    return [this.gateway, ...this.subgraphs.values()];
  }

  async kill(): Promise<void> {
    await this.subgraphs.get(KILLED)!.kill();
  }

  async startAgain(): Promise<void> {
    this.subgraphs.set(KILLED, await this.subgraphs.get(KILLED)!.again(this.addresses[KILLED]!));
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((service) => service.kill()));
  }
}
