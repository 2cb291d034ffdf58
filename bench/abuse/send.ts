import { type Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Sent {
  readonly status: number;
  readonly text: string;
}

/** Sends a request, whole; an answer that comes before that is an answer. Rejects where the connection broke without one. */
export function send(url: string, agent: Agent, body: string | Buffer): Promise<Sent> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      isAnswered = true;
      text(response).then((said) => resolve({ status: response.statusCode ?? 0, text: said }), reject);
    });
    // Of a body that is too large the server closes the connection while it is still sent.
    sent.on('error', (error) => !isAnswered && reject(error));
    sent.end(body);
  });
}
