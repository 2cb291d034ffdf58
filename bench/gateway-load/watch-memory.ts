import { setTimeout as sleep } from 'node:timers/promises';
import type { HubServices } from './hub-services.js';
import { memoryTrend, type Sample } from './memory-trend.js';
import type { MixedLoad } from './mixed-load.js';

const EVERY_S = 10;
/** Of the whole time: connections, compiled code and caches come to rest. */
const WARM_UP = 0.25;
/** More different operations than the caches of gateway and subgraphs hold. */
const UNSEEN = 1500;
const MIB = 1024 * 1024;

/** Mixed load for so long, with the memory of every process after a collection each ten seconds; true where none grows. */
export async function watchMemory(hub: HubServices, load: MixedLoad, seconds: number): Promise<boolean> {
  await load.fill(UNSEEN);
  await load.start();
  const started = performance.now();
  const samples = new Map(hub.all.map(({ name }) => [name, [] as Sample[]]));
  const elapsed = () => (performance.now() - started) / 1000;
  for (let at = Math.min(EVERY_S, seconds / 20); elapsed() < seconds; ) {
    await sleep(at * 1000);
    for (const service of hub.all) {
      const held = await service.held();
      samples.get(service.name)!.push({ ...held, seconds: elapsed(), requests: load.count });
    }
    print(samples, load);
  }
  await load.end();
  console.log(
    `\n${load.count} requests in ${seconds} s; after the first quarter, what each process kept after collections:`,
  );
  const grows = [...samples].filter(([name, all]) => printTrend(name, all, seconds * WARM_UP));
  for (const fault of load.faults) console.log(`FAULT ${fault}`);
  return grows.length === 0 && load.faults.length === 0;
}

function print(samples: ReadonlyMap<string, readonly Sample[]>, { count }: MixedLoad): void {
  const figures = [...samples].map(([name, all]) => {
    const { heapUsed, external, rss } = all.at(-1)!;
    return `${name} ${((heapUsed + external) / MIB).toFixed(1)} (${Math.round(rss / MIB)})`;
  });
  const seconds = Math.round([...samples.values()][0]!.at(-1)!.seconds);
  console.log(
    `${`${seconds} s`.padStart(6)} ${`${count}`.padStart(7)} requests, MiB kept (RSS): ${figures.join(', ')}`,
  );
}

function printTrend(name: string, samples: readonly Sample[], warm: number): boolean {
  const trend = memoryTrend(samples.filter(({ seconds }) => seconds >= warm));
  const figures = [
    `${trend.mibPerHour.toFixed(1)} MiB/h`,
    `${trend.bytesPerRequest.toFixed(1)} bytes a request`,
    `last third ${trend.lastThirdMib.toFixed(2)} MiB over the middle one`,
    `RSS ${trend.rssLastThirdMib.toFixed(1)} MiB`,
  ];
  console.log(`${name.padEnd(10)} ${figures.join(', ')}: ${trend.grows ? 'GROWS' : 'no growth'}`);
  return trend.grows;
}
