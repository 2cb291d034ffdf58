import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The CSV library, loaded by need and not by import: it is for headers and rare forms, and the import alone takes nine megabytes. */
export function papa(): typeof import('papaparse') {
  return require('papaparse') as typeof import('papaparse');
}
