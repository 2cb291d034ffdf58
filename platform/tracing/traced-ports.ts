import { inSpan, isTracing } from './spans.js';

/**
 * The ports of a store with a span for each call, named by port and method and by nothing of what is asked. The same
 * object where nothing is traced.
 */
export function tracedPorts<Ports extends object>(ports: Ports, system: string): Ports {
  if (!isTracing()) return ports;
  const traced = new Map<object, object>();
  return new Proxy(ports, {
    get: (target, key) => {
      const port: unknown = Reflect.get(target, key, target);
      if (typeof port === 'function') return port.bind(target);
      if (typeof port !== 'object' || port === null) return port;
      const known = traced.get(port) ?? tracedPort(port, String(key), system);
      traced.set(port, known);
      return known;
    },
  });
}

function tracedPort(port: object, name: string, system: string): object {
  return new Proxy(port, {
    get: (target, key) => {
      const method: unknown = Reflect.get(target, key, target);
      if (typeof method !== 'function') return method;
      const operation = `${name}.${String(key)}`;
      const facts = { 'db.system.name': system, 'db.operation.name': operation };
      // As the object itself: it has fields that a proxy cannot see.
      return (...values: unknown[]) =>
        inSpan(`store ${operation}`, facts, () => method.apply(target, values), { kind: 'client' });
    },
  });
}
