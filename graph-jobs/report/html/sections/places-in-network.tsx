import type { SectionProps } from '../report-view.js';
import { RankingTable } from './ranking-table.js';

/** Who stands where in the network; runs from before this was measured have nothing to show. */
export function PlacesInNetwork({ view }: SectionProps) {
  const { texts, formats, document } = view;
  if (document.measures === undefined || document.measures.pageRank.length === 0) return null;
  const { pageRank, betweenness } = document.measures;
  const { measures } = texts;
  return (
    <>
      <p>
        {measures.lead} {measures.samplings[betweenness.sampling](formats.number(betweenness.sources))}
      </p>
      <div class="pair">
        <RankingTable
          view={view}
          caption={measures.pageRank}
          head={measures.pageRankValue}
          value={(share) => formats.number(100 * share, 2)}
          rows={pageRank}
        />
        <RankingTable
          view={view}
          caption={measures.betweenness}
          head={measures.betweennessValue}
          value={(pairs, { error }) =>
            [pairs, ...(error ? [Math.ceil(error)] : [])].map((one) => formats.number(Math.round(one))).join(' ± ')
          }
          rows={betweenness.accounts}
        />
      </div>
    </>
  );
}
