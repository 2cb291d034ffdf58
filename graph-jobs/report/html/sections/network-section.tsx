import { networkChart } from '../charts/network-chart.js';
import { CommunityKey } from '../community-mark.js';
import { Chart, Section } from '../parts.js';
import type { SectionProps } from '../report-view.js';
import { HopsTable } from './hops-table.js';

/** The drawing of the spread network, with what it leaves out. */
export function NetworkSection({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { network } = document;
  const { picture } = network;
  const components = document.measures?.components;
  if (picture.nodes.length === 0)
    return (
      <Section id="network" title={texts.network.heading}>
        <p>{texts.network.empty}</p>
      </Section>
    );
  const nodes = formats.number(picture.nodes.length);
  const accounts = formats.number(picture.accounts);
  const shown = texts.network.shown(
    nodes,
    accounts,
    formats.number(picture.links.length),
    formats.number(picture.edges),
  );
  return (
    <Section id="network" title={texts.network.heading}>
      <p class="lead">
        {texts.network.lead} {texts.network.size}
      </p>
      <Chart
        svg={networkChart(picture)}
        alt={texts.network.alt(nodes, accounts, formats.number(network.communities))}
        caption={shown}
      />
      <CommunityKey view={view} />
      <p class="note">
        {texts.network.modularity(formats.number(network.modularity, 2))}
        {components === undefined
          ? null
          : ` ${texts.measures.components(formats.number(components.count), formats.number(components.largest))}`}
      </p>
      <HopsTable view={view} />
    </Section>
  );
}
