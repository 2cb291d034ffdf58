import { Section } from '../parts.js';
import type { SectionProps } from '../report-view.js';
import { PlacesInNetwork } from './places-in-network.js';
import { RankingTable } from './ranking-table.js';

const MOST_FIRST_MOVERS = 10;

/** Who was amplified most, who published most, who came first: three lists, since they are three things. */
export function RankingsSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { rankings } = texts;
  const count = (value: number) => formats.number(value);
  return (
    <Section id="accounts" title={rankings.heading}>
      <p>{rankings.lead}</p>
      <div class="pair">
        <RankingTable
          view={view}
          caption={rankings.mostAmplified}
          head={rankings.timesAmplified}
          value={count}
          rows={document.mostAmplified}
        />
        <RankingTable
          view={view}
          caption={rankings.mostActive}
          head={rankings.mentions}
          value={count}
          rows={document.mostActive}
        />
      </div>
      <div class="narrow">
        <RankingTable
          view={view}
          caption={rankings.firstMovers}
          head={rankings.firstMention}
          value={formats.moment}
          rows={document.firstMovers.slice(0, MOST_FIRST_MOVERS)}
        />
      </div>
      <PlacesInNetwork view={view} />
    </Section>
  );
}
