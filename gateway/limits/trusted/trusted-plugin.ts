import { createHash } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { namesInLog } from '#domain/caller.js';
import { CodedError } from '#domain/errors/coded-error.js';
import type { Logger } from '#platform/logger.js';
import { callerOf } from '../../access/request-caller.js';
import type { TrustedSettings } from './trusted-settings.js';

interface Params {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null;
}

/**
 * Puts the document in the place of its id, which a request names as `documentId` (appendix A of GraphQL over HTTP) or as
 * Apollo's clients do. Throws UNKNOWN_DOCUMENT for ids that no manifest has, and where only trusted documents are taken.
 */
export function trustedPlugin({ documents, mode, roles }: TrustedSettings, log: Logger): Plugin {
  return {
    onParams: ({ params, setParams, context }) => {
      const { documentId, ...others } = params as Params & typeof params;
      const id = documentId ?? (params as Params).extensions?.persistedQuery?.sha256Hash;
      if (typeof id === 'string' && !others.query) {
        const query = documents?.byId.get(id);
        if (query === undefined) throw unknownId(documents !== null);
        return setParams({ ...others, query });
      }
      if (documents === null || mode === 'off') return;
      if (typeof others.query !== 'string' || documents.texts.has(others.query)) return;
      const { role } = callerOf(context);
      if (mode === 'only' && (roles === null || (role !== null && roles.includes(role)))) throw untrusted();
      // Not the document: it may name people.
      const document = createHash('sha256').update(others.query).digest('hex');
      log.info({ document, ...namesInLog(callerOf(context)) }, 'a document that no manifest has');
    },
  };
}

function unknownId(hasManifest: boolean): CodedError {
  return new CodedError('UNKNOWN_DOCUMENT', 'no trusted document has this id', {
    at: 'documentId',
    hint: hasManifest
      ? 'send an id of the manifest that the gateway was started with; those who run it take up new ones (docs/gateway.md#trusted-documents)'
      : 'this gateway has no trusted documents: send the document itself',
  });
}

function untrusted(): CodedError {
  return new CodedError('UNKNOWN_DOCUMENT', 'this gateway answers trusted documents alone, and this is none of them', {
    at: 'query',
    hint: 'ask those who run the gateway to take the document into its manifest (docs/gateway.md#trusted-documents)',
  });
}
