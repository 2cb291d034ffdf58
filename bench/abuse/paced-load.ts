import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sent, send } from './send.js';

interface Load {
  readonly url: string;
  readonly perSecond: number;
  readonly body: (number: number) => string | Buffer;
  readonly onAnswer: (answer: Sent, milliseconds: number) => void;
  readonly onBroken?: (error: Error) => void;
}

/** Sends requests at a rate, however fast they are answered; times are from when each should have been sent. */
export function pacedLoad({ url, perSecond, body, onAnswer, onBroken }: Load): { stop(): Promise<void> } {
  // A connection each: a kept one that the server closes just now would be an error that no user sees.
  const agent = new Agent({ keepAlive: false });
  const underWay = new Set<Promise<void>>();
  let goesOn = true;
  const running = run();
  return {
    stop: async () => {
      goesOn = false;
      await running;
      await Promise.all(underWay);
      agent.destroy();
    },
  };

  async function run(): Promise<void> {
    const began = performance.now();
    for (let number = 0; goesOn; number += 1) {
      const due = began + (number * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await sleep(early);
      const one: Promise<void> = send(url, agent, body(number))
        .then((answer) => onAnswer(answer, performance.now() - due))
        .catch((error: Error) => onBroken?.(error))
        .finally(() => underWay.delete(one));
      underWay.add(one);
    }
  }
}
