import { z } from 'zod';
import { ROLES, type Role } from '#domain/access/scopes.js';
import { CodedError } from '#domain/errors/coded-error.js';
import { readTrustedDocuments, type TrustedDocuments } from './trusted-documents.js';

/** What a gateway does with documents that are in no manifest. */
export interface TrustedSettings {
  /** Null where there is no manifest: ids are unknown then. */
  readonly documents: TrustedDocuments | null;
  /** `logged`: others are answered, and the log tells of them. `only`: others are refused. */
  readonly mode: 'off' | 'logged' | 'only';
  /** Whom `only` binds; of others, documents are logged. Null: everybody. */
  readonly roles: readonly Role[] | null;
}

export const TRUSTED_SHAPE = {
  TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  TRUSTED_DOCUMENTS_MODE: z.enum(['off', 'logged', 'only'], { error: 'must be off, logged or only' }).optional(),
  TRUSTED_DOCUMENTS_ROLES: z
    .string()
    .transform((text) => text.split(',').map((role) => role.trim().toUpperCase().replaceAll('-', '_')))
    .pipe(z.array(z.enum(ROLES, { error: 'must be names of roles (docs/access.md), parted by commas' })))
    .optional(),
};

const SHAPE = z.object(TRUSTED_SHAPE);

/** Throws BAD_INPUT_FILE, and BAD_CONFIGURATION where documents are to be kept to a manifest and none is named. */
export function trustedSettings(given: z.infer<typeof SHAPE>): TrustedSettings {
  const { TRUSTED_DOCUMENTS: file, TRUSTED_DOCUMENTS_MODE: mode, TRUSTED_DOCUMENTS_ROLES: roles = null } = given;
  if (file !== undefined) return { documents: readTrustedDocuments(file), mode: mode ?? 'only', roles };
  if ((mode ?? 'off') === 'off' && roles === null) return { documents: null, mode: 'off', roles: null };
  throw new CodedError('BAD_CONFIGURATION', 'documents are to be kept to a manifest, and none is named', {
    at: 'TRUSTED_DOCUMENTS',
    hint: 'name the manifest, or unset TRUSTED_DOCUMENTS_MODE and TRUSTED_DOCUMENTS_ROLES',
  });
}
