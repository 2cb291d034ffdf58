import type { Store } from '#domain/ports/store.js';

/** A store that notes every call of a port, as `port.method`; `before` may fail a call in the store's place. */
export function countingStore(store: Store, before: (call: string) => void = () => undefined) {
  const calls: string[] = [];
  const watched = (port: object, name: string): object =>
    new Proxy(port, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== 'function') return member;
        return async (...words: unknown[]) => {
          const call = `${name}.${String(key)}`;
          calls.push(call);
          before(call);
          return member.apply(target, words);
        };
      },
    });
  const ports = Object.entries(store).map(([name, port]) => [
    name,
    typeof port === 'object' ? watched(port, name) : port,
  ]);
  return { store: Object.fromEntries(ports) as Store, calls };
}
