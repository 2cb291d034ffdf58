import type { NewIssue } from '#domain/issue.js';
import { DEFAULT_SCENARIO } from './default-parameters.js';
import type { ScenarioParameters } from './parameters.js';

/** What `npm start` generates on an empty data folder. */
export const DEMO_SCENARIO: ScenarioParameters = DEFAULT_SCENARIO;

/** The issue that the scenario is about; its query finds every mention of the scenario but those that are off topic. */
export const DEMO_ISSUE: NewIssue = {
  id: 'banjir-kota-fiktif',
  title: 'Banjir Kota Fiktif (skenario demonstrasi)',
  query: '"kota fiktif" OR #banjirkotafiktif OR #pedulikotafiktif',
  ownerAgencyId: 'bnpb',
  sharedWith: ['33', '31'],
};
