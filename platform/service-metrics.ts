import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a service counts; `registry` prints it for Prometheus. */
export interface ServiceMetrics {
  readonly registry: Registry;
  /** Without seconds, a request is counted and not timed. */
  request(status: number, seconds: number | undefined): void;
  error(code: string): void;
  /** What an operation costs by the weights of its schema. */
  cost(points: number): void;
  /** Shows how many subscriptions are open. */
  subscriptions(open: () => number): void;
}

/** Metrics of one service. Each has its own registry, so that several services fit in one process. */
export function serviceMetrics(service: string): ServiceMetrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'jejaring_requests_total',
    help: 'Requests to the GraphQL endpoint, by HTTP status',
    labelNames: ['status'],
    registers,
  });
  const durations = new Histogram({
    name: 'jejaring_request_seconds',
    help: 'Time from the request to the end of its answer',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const errors = new Counter({
    name: 'jejaring_errors_total',
    help: 'Errors shown to callers, by code',
    labelNames: ['code'],
    registers,
  });
  const costs = new Histogram({
    name: 'jejaring_operation_cost',
    help: 'Points that operations cost by the weights of the schema, refused ones too',
    buckets: [1, 10, 100, 1000, 5000, 10_000, 25_000, 50_000, 100_000, 1_000_000],
    registers,
  });
  return {
    registry,
    request: (status, seconds) => {
      requests.inc({ status });
      if (seconds !== undefined) durations.observe(seconds);
    },
    error: (code) => errors.inc({ code }),
    cost: (points) => costs.observe(points),
    subscriptions: (open) => {
      new Gauge({
        name: 'jejaring_subscriptions',
        help: 'Subscriptions that are open now',
        registers,
        collect() {
          this.set(open());
        },
      });
    },
  };
}
