import { readEnvironment } from './environment.js';

test('stands alone without any variable', () => {
  expect(readEnvironment({})).toMatchObject({ port: 4000, host: '127.0.0.1', logLevel: 'info' });
  expect(Object.keys(readEnvironment({}).subgraphUrls)).toEqual(['accounts', 'agencies', 'mentions', 'spread']);
});

test('flags come before variables', () => {
  expect(readEnvironment({ PORT: '1', HOST: '::1' }, { port: '2' })).toMatchObject({ port: 2, host: '::1' });
});

test.each(['', ' ', '0x10', '1e3', '65536', '-1'])('the port "%s" is none', (port) => {
  expect(() => readEnvironment({ PORT: port })).toThrow(/PORT/);
});

test('names every fault at once', () => {
  expect(() => readEnvironment({ PORT: 'x', HOST: '10.0.0.1', LOG_LEVEL: 'loud', SUBGRAPH_URLS: 'mentions' })).toThrow(
    /PORT.*HOST.*LOG_LEVEL.*SUBGRAPH_URLS/,
  );
});

test.each([
  [{ PORT: 'abc' }, {}, 'PORT: must be a whole number from 0 to 65535, not "abc"', 'PORT'],
  [{}, { port: 'abc' }, '--port: must be a whole number from 0 to 65535, not "abc"', '--port'],
  [{ JEJARING_DATA: '' }, {}, 'JEJARING_DATA: must name a folder', 'JEJARING_DATA'],
  [
    { JEJARING_PRIVATE_NETWORK: '2' },
    {},
    'JEJARING_PRIVATE_NETWORK: must be one of 0, 1, not "2"',
    'JEJARING_PRIVATE_NETWORK',
  ],
])('says of %p %p what was given, where, and what may be', (variables, flags, message, at) => {
  expect(() => readEnvironment(variables, flags)).toThrow(expect.objectContaining({ message, at }));
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'hub.example.id'])('refuses to listen on %s', (host) => {
  expect(() => readEnvironment({ HOST: host })).toThrow(expect.objectContaining({ code: 'BAD_CONFIGURATION' }));
  expect(() => readEnvironment({ JEJARING_PRIVATE_NETWORK: '0' }, { host })).toThrow(/loopback/);
});

test('listens on other addresses only where compose says that the network is private', () => {
  expect(readEnvironment({ HOST: '0.0.0.0', JEJARING_PRIVATE_NETWORK: '1' }).host).toBe('0.0.0.0');
  expect(() => readEnvironment({ HOST: '0.0.0.0', JEJARING_PRIVATE_NETWORK: 'yes' })).toThrow(/loopback/);
});

test('reads addresses of subgraphs', () => {
  expect(readEnvironment({ SUBGRAPH_URLS: 'a=http://a:1/graphql, b=https://b/?x=1' }).subgraphUrls).toEqual({
    a: 'http://a:1/graphql',
    b: 'https://b/?x=1',
  });
});
