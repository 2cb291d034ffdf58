import { Counter, Gauge, type Registry } from 'prom-client';
import type { Circuit } from './subgraph-connection.js';

/** Shows how it stands with each subgraph. `circuits` is asked anew each time: a changed supergraph has others. */
export function circuitMetrics(registry: Registry, circuits: () => Readonly<Record<string, Circuit>>): void {
  const labelNames = ['subgraph'] as const;
  const registers = [registry];
  new Gauge({
    name: 'jejaring_subgraph_circuit_open',
    help: '1 while a subgraph is left alone because it gave no answers',
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const [subgraph, { isOpen }] of Object.entries(circuits())) this.set({ subgraph }, isOpen ? 1 : 0);
    },
  });
  const counted = (name: string, help: string, count: (circuit: Circuit) => number) =>
    new Counter({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const [subgraph, circuit] of Object.entries(circuits())) this.inc({ subgraph }, count(circuit));
      },
    });
  counted(
    'jejaring_subgraph_refusals_total',
    'Requests not sent to a subgraph that is left alone',
    (one) => one.refused,
  );
  counted('jejaring_subgraph_retries_total', 'Queries sent again after a lost connection', (one) => one.retried);
}
