import type { SourceFile } from '../read/source-file.js';
import { readMapped } from './csv-format.js';
import type { CsvMapping } from './csv-mapping.js';
import type { FormatOptions } from './format-options.js';
import type { ParsedRows } from './parsed-row.js';

/** The columns that CooRTweet and coordination-network-toolkit share: who shared which object, in which post, when. */
const MAPPING: CsvMapping = {
  platform: { constant: 'x' },
  id: { column: 'content_id' },
  kind: { constant: 'REPOST' },
  parent: { column: 'object_id' },
  publishedAt: { column: 'timestamp_share', format: 'unix-s' },
  account: { id: { column: 'account_id' } },
};

/** Reads such a table; each row becomes a REPOST of its object. The platform is x unless said otherwise. */
export async function* readCoortweet(source: SourceFile, options: FormatOptions): ParsedRows {
  const { platform } = options;
  yield* readMapped(
    source,
    platform === undefined ? MAPPING : { ...MAPPING, platform: { constant: platform } },
    options,
  );
}
