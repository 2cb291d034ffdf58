import { readTokenIssuer } from './access-settings.js';

const SET = {
  ACCESS_JWKS: 'https://login.example/jwks',
  ACCESS_ISSUER: 'https://login.example',
  ACCESS_AUDIENCE: 'hub',
};

test('no issuer where nothing is set', () => {
  expect(readTokenIssuer({})).toBeNull();
});

test('reads an issuer; its keys come from an address or a file', () => {
  expect(readTokenIssuer(SET)).toEqual({
    jwks: new URL('https://login.example/jwks'),
    issuer: 'https://login.example',
    audience: 'hub',
    toleranceSeconds: 30,
  });
  expect(readTokenIssuer({ ...SET, ACCESS_JWKS: '/etc/jwks.json' })?.jwks).toBe('/etc/jwks.json');
  expect(readTokenIssuer({ ...SET, ACCESS_JWKS: 'http://127.0.0.1:8/jwks' })?.jwks).toBeInstanceOf(URL);
});

test.each([
  [{ ACCESS_JWKS: SET.ACCESS_JWKS }, /ACCESS_ISSUER[\s\S]*ACCESS_AUDIENCE/],
  [{ ...SET, ACCESS_JWKS: 'http://login.example/jwks' }, /ACCESS_JWKS: must be an https/],
  [{ ...SET, ACCESS_CLOCK_TOLERANCE_SECONDS: '1e3', ACCESS_JWKS: 'ftp://x/y' }, /TOLERANCE[\s\S]*ACCESS_JWKS/],
])('names every fault of %p', (variables, faults) => {
  expect(() => readTokenIssuer(variables)).toThrow(
    expect.objectContaining({ code: 'BAD_CONFIGURATION', message: expect.stringMatching(faults) }),
  );
});
