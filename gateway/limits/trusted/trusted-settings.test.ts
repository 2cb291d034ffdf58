import { trustedSettings } from './trusted-settings.js';

test('without a manifest nothing is kept to it', () => {
  expect(trustedSettings({})).toEqual({ documents: null, mode: 'off', roles: null });
  expect(trustedSettings({ TRUSTED_DOCUMENTS_MODE: 'off' })).toMatchObject({ mode: 'off' });
});

test('who asks to keep to a manifest and names none is told', () => {
  const asked = [
    { TRUSTED_DOCUMENTS_MODE: 'only' as const },
    { TRUSTED_DOCUMENTS_ROLES: ['REGIONAL_SYSTEM' as const] },
  ];
  for (const given of asked)
    expect(() => trustedSettings(given)).toThrow(
      expect.objectContaining({ code: 'BAD_CONFIGURATION', at: 'TRUSTED_DOCUMENTS' }),
    );
});
