import { mustNameCallers } from './controlled-environment.js';

test('a gateway that knows its callers tells subgraphs who they are, or does not start', () => {
  const authenticate = () => Promise.reject(new Error('not asked'));
  expect(() => mustNameCallers({ authenticate, sign: null })).toThrow(
    expect.objectContaining({ code: 'BAD_CONFIGURATION', at: 'INTERNAL_SIGNING_KEY_FILE' }),
  );
  expect(() => mustNameCallers({ authenticate, sign: () => 'token' })).not.toThrow();
  expect(() => mustNameCallers({ authenticate: null, sign: null })).not.toThrow();
});
