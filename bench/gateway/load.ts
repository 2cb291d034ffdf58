import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { QUERY } from './graph.js';

const CLIENTS = 16;

/**
 * Asks a server as fast as it answers, by sixteen clients at once, each time for another page; with an API key where it asks
 * for one. Gives how long each answer took, in milliseconds.
 */
export async function load(url: string, seconds: number, key?: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const times: number[] = [];
  let skip = 0;
  const end = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const started = performance.now();
      skip = (skip + 20) % 9000;
      await ask(url, agent, skip, key);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return times;
}

/** Throws unless the answer is whole: a fast error is no answer. */
function ask(url: string, agent: Agent, skip: number, key?: string): Promise<void> {
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  const body = JSON.stringify({ query: QUERY, variables: { skip } });
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } });
    sent.once('error', reject).once('response', async (response) => {
      const { data, errors } = JSON.parse(await text(response));
      if (errors || data.mentions.length !== 20 || !data.mentions[1].account.handle)
        reject(new Error(JSON.stringify(errors)));
      else resolve();
    });
    sent.end(body);
  });
}
