import { CLUSTER_ROLES, type ClusterRole } from '#domain/hoax-cluster/cluster-parts.js';
import type { RoleSummary } from '#domain/hoax-cluster/cluster-summary.js';
import { AccountName, type Column, Outside, Section, Table } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';
import type { ReportClaims, ReportCluster } from '../reported-claims.js';
import { measuredTime } from '../spans.js';
import { RaceView } from './race-view.js';

/** Claims of fact-checkers within the issue: what people confirmed, the race, who was first; nothing where none is matched. */
export function ClaimsSection({ view }: SectionProps) {
  const { input, texts } = view;
  if (input.claims === undefined) return null;
  const { clusters } = input.claims;
  return (
    <Section id="claims" title={texts.claims.heading}>
      <p>{texts.claims.lead}</p>
      <Counts view={view} claims={input.claims} />
      {clusters.map((cluster, i) => (
        <Cluster key={cluster.claim.id} view={view} cluster={cluster} number={i} />
      ))}
    </Section>
  );
}

function Counts({ view, claims }: SectionProps & { claims: ReportClaims }) {
  const { texts, formats } = view;
  const { clusters, decided, undecided, candidates } = claims;
  return (
    <>
      {decided > 0 && <p>{texts.claims.shown(formats.number(clusters.length), formats.number(decided))}</p>}
      {undecided > 0 && <p>{texts.claims.undecided(formats.number(undecided), formats.number(candidates))}</p>}
    </>
  );
}

interface ClusterProps extends SectionProps {
  readonly cluster: ReportCluster;
  readonly number: number;
}

function Cluster({ view, cluster, number }: ClusterProps) {
  const { texts, formats } = view;
  const words = texts.claims;
  const { claim, summary } = cluster;
  const rows = CLUSTER_ROLES.map((role) => ({ role, ...summary.roles[role] }));
  return (
    <section>
      <h3>
        <Outside text={claim.texts[0] ?? claim.id} />
      </h3>
      <ul class="sentences">
        {claim.reviews.map(({ publisher, rating }, i) => (
          <li key={i}>
            <Outside text={words.rated(publisher ?? words.factChecker, rating ?? words.noRating)} />
          </li>
        ))}
      </ul>
      {summary.isCut && <p class="note">{words.cut}</p>}
      {summary.outsideReposts > 0 && <p class="note">{words.outside(formats.number(summary.outsideReposts))}</p>}
      <Table caption={words.table} columns={roleColumns(view)} rows={rows} />
      <RaceView view={view} race={summary.race} number={number} />
      {CLUSTER_ROLES.map((role) => (
        <FirstCarriers key={role} view={view} role={role} summary={summary.roles[role]} />
      ))}
      <p>{words.network(formats.number(summary.edges), formats.number(summary.amplifications))}</p>
      <Groups view={view} cluster={cluster} />
    </section>
  );
}

function roleColumns({ texts, formats }: ReportView): readonly Column<RoleSummary & { readonly role: ClusterRole }>[] {
  const words = texts.claims;
  return [
    { head: words.role, cell: ({ role }) => words.roles[role] },
    { head: words.matches, numeric: true, cell: ({ matches }) => formats.number(matches) },
    { head: words.reposts, numeric: true, cell: ({ reposts }) => formats.number(reposts) },
    { head: words.accounts, numeric: true, cell: ({ accounts }) => formats.number(accounts) },
    { head: words.responses, numeric: true, cell: ({ responses }) => formats.number(responses) },
    {
      head: words.signs,
      numeric: true,
      cell: ({ role, matches, withDenialSign }) =>
        role === 'CANDIDATE' ? texts.nOfN(formats.number(withDenialSign), formats.number(matches)) : '–',
    },
    {
      head: words.decidedBy,
      cell: ({ decidedBy }) => (decidedBy.length === 0 ? '–' : <Outside text={formats.list(decidedBy.slice(0, 5))} />),
    },
  ];
}

function FirstCarriers({ view, role, summary }: SectionProps & { role: ClusterRole; summary: RoleSummary }) {
  const { texts, formats } = view;
  const words = texts.claims;
  if (summary.first.length === 0) return null;
  const count = texts.nOfN(formats.number(summary.first.length), formats.number(summary.accounts));
  return (
    <Table
      caption={`${words.first[role]}: ${count}`}
      columns={[
        { head: words.time, cell: ({ at }) => measuredTime(at, view) },
        { head: words.account, cell: ({ accountId }) => <AccountName view={view} id={accountId} /> },
        { head: words.mentions, numeric: true, cell: ({ mentions }) => formats.number(mentions) },
      ]}
      rows={summary.first}
    />
  );
}

function Groups({ view, cluster }: SectionProps & { cluster: ReportCluster }) {
  const { texts, formats } = view;
  const words = texts.claims;
  const { groups, groupCount } = cluster;
  if (groups.length === 0) return <p>{words.noGroups}</p>;
  const count = texts.nOfN(formats.number(groups.length), formats.number(groupCount));
  return (
    <>
      <Table
        caption={`${words.groups}: ${count}`}
        columns={[
          { head: words.group, cell: ({ group }) => <code class="nowrap">{group.id}</code> },
          { head: words.members, numeric: true, cell: ({ members }) => formats.number(members) },
          ...CLUSTER_ROLES.map((role) => ({
            head: words.roles[role],
            numeric: true,
            cell: ({ inside }: (typeof groups)[number]) => formats.number(inside[role]),
          })),
        ]}
        rows={groups}
      />
      <p class="note">{words.groupNote}</p>
    </>
  );
}
