import type { Agency } from '#domain/agency.js';
import type { Region } from '#domain/region.js';
import { LINK_AGENCIES, PUT_AGENCIES } from '../reference/agencies.cypher.js';
import { LINK_REGIONS, PUT_REGIONS } from '../reference/regions.cypher.js';
import { countBy, type KindTransfer, readSlice } from './kind-transfer.js';
import { COUNT_AGENCIES, COUNT_REGIONS, LINK_UNITS, READ_AGENCIES, READ_REGIONS } from './reference.cypher.js';

const ROWS = 5_000;

export const regionTransfer: KindTransfer<'regions'> = {
  count: (cypher) => countBy(cypher, COUNT_REGIONS),
  read: (cypher, after) =>
    readSlice<'regions', Region>(
      cypher,
      READ_REGIONS,
      { after: after?.[0] ?? '', rows: ROWS },
      (region) => ({ ...region, parentCode: region.parentCode || null }),
      ({ code }) => [code],
    ),
  write: async (cypher, records) => {
    const regions = records.map((region) => ({ ...region, parentCode: region.parentCode ?? '' }));
    await cypher.run(PUT_REGIONS, { regions });
    await cypher.run(LINK_REGIONS, { regions });
  },
};

export const agencyTransfer: KindTransfer<'agencies'> = {
  count: (cypher) => countBy(cypher, COUNT_AGENCIES),
  read: (cypher, after) =>
    readSlice<'agencies', Agency>(
      cypher,
      READ_AGENCIES,
      { after: after?.[0] ?? '', rows: ROWS },
      (agency) => agency,
      ({ id }) => [id],
    ),
  write: async (cypher, agencies) => {
    await cypher.run(PUT_AGENCIES, { agencies });
    await cypher.run(LINK_AGENCIES, { agencies });
    await cypher.run(LINK_UNITS, { ids: agencies.map(({ id }) => id) });
  },
};
