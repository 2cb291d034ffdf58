import type { CarriedMatch, CarriedMention, ClusterKey, IssueClaim } from '#domain/hoax-cluster/carried-mention.js';
import type { Page, PageRequest } from '#domain/paging.js';
import { keysetAfter, keysetPage } from '../../keyset-page.js';
import { COUNT_TIMEOUT, type Neo4jConnection } from '../connection.js';
import { ISSUE_MEMBERSHIP } from '../mentions/mention-lookups.cypher.js';
import type { Parameters } from '../parameters.js';
import * as statements from './cluster.cypher.js';

/** Without a key for what is null. */
type CarriedRow = Omit<CarriedMention, 'match'> & { readonly match: CarriedMatch | null };

/** What carried claims within issues. */
export class ClusterReads {
  readonly #connection: Neo4jConnection;

  constructor(connection: Neo4jConnection) {
    this.#connection = connection;
  }

  async claimsOfIssue(issueId: string, request: PageRequest): Promise<Page<IssueClaim>> {
    const list = `claims of issue ${issueId}`;
    const after = keysetAfter(list, ['string'], request)?.[0] ?? '';
    const page = { after, rows: request.first + 1 };
    const rows = await this.#ofIssue<IssueClaim>(issueId, statements.CLAIMS_OF_ISSUE, page);
    return keysetPage(
      list,
      request,
      rows,
      (row) => row,
      ({ claimId }) => [claimId],
    );
  }

  async matched({ claimId, issueId }: ClusterKey, most: number): Promise<CarriedMention[]> {
    return (await this.#ofIssue<CarriedRow>(issueId, statements.MATCHED, { claimId, most })).map(read);
  }

  async responses({ claimId, issueId }: ClusterKey, parentIds: readonly string[], most: number) {
    const asked = { claimId, parentIds, most };
    return (await this.#ofIssue<CarriedRow>(issueId, statements.RESPONSES, asked)).map(read);
  }

  async repostsFromOutside({ claimId, issueId }: ClusterKey): Promise<number> {
    const [row] = await this.#ofIssue<{ count: number }>(issueId, statements.FROM_OUTSIDE, { claimId });
    return row?.count ?? 0;
  }

  /** No rows where there is no such issue. */
  #ofIssue<Row>(issueId: string, statement: string, parameters: Parameters): Promise<Row[]> {
    return this.#connection.readAll(async (cypher) => {
      const [issue] = await cypher.run<{ membership: number }>(ISSUE_MEMBERSHIP, { issueId });
      return issue === undefined ? [] : cypher.run<Row>(statement, { ...parameters, membership: issue.membership });
    }, COUNT_TIMEOUT);
  }
}

function read({ match, ...mention }: CarriedRow): CarriedMention {
  return { ...mention, match: match && { ...match, decidedBy: match.decidedBy ?? null } };
}
