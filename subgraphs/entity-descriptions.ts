// What the entities are, said once: every subgraph that knows an entity describes it in the same words, or the supergraph
// would have to choose between them.

const REFERS =
  'Refers to a post, and may so lead to its author on the platform: treat it like a name where the author is private.';

export const ACCOUNT = {
  type: 'Who published. Accounts that an agency declares and news outlets show by name; all others by pseudonym only.',
  id: 'Keyed pseudonym, the same in every answer of this hub and of no other.',
};

export const AGENCY = {
  type: 'A ministry, institution, province, regency, city or unit (OPD).',
  id: 'Id of the agency in the registry of this hub.',
};

export const CLAIM = {
  type: 'A statement that fact-checkers rated.',
  id: 'Id that its source gave, or the address of its earliest review.',
};

export const ISSUE = {
  type: 'A public issue under watch: all mentions that match a boolean query.',
  id: 'A slug chosen once, such as `banjir-jakarta`.',
};

export const MENTION = {
  type: 'One post, article or comment about something.',
  id: `\`<platform>:<id on the platform>\`. ${REFERS}`,
  nativeId: `Id on its platform. ${REFERS}`,
  parentId: `Id of the mention that it reposts, answers or quotes, imported or not. ${REFERS}`,
};

export const REGION = {
  type: 'A province, regency or city of Indonesia, by its Kemendagri code.',
  code: 'Kemendagri code: `31` for a province, `31.71` for a regency or city.',
};
