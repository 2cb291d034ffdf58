// Generates the types of examples/typescript-client from what it asks for and from the published schema: `--write` commits
// them to disk, `--check` fails when the committed ones differ.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

const SCHEMA = 'gateway/published/hub.graphql';
const ASKED = 'examples/typescript-client/operations.graphql';
const GENERATED = 'examples/typescript-client/generated/operations.ts';

const schema = readFileSync(SCHEMA, 'utf8');
const made = await codegen({
  filename: GENERATED,
  schema: parse(schema),
  schemaAst: buildSchema(schema),
  documents: [{ location: ASKED, document: parse(readFileSync(ASKED, 'utf8')) }],
  config: {
    useTypeImports: true,
    scalars: { DateTime: 'string' },
    documentNodeImport: 'graphql#TypedQueryDocumentNode',
    enumType: 'string-literal',
    skipTypename: true,
  },
  plugins: [{ operations: {} }, { documents: {} }],
  pluginMap: { operations, documents },
});
const text = `// Generated from operations.graphql and ${SCHEMA}: "npm run schema:write" makes it anew.\n${made.trim()}\n`;

if (process.argv.includes('--write')) {
  writeFileSync(GENERATED, text);
} else if (!existsSync(GENERATED) || readFileSync(GENERATED, 'utf8') !== text) {
  console.error(`${GENERATED} differs from the schema and ${ASKED}: run "npm run schema:write"`);
  process.exitCode = 1;
}
