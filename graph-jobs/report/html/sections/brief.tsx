import { timelineSeries } from '../charts/timeline-series.js';
import { outsideText } from '../outside-text.js';
import { Section } from '../parts.js';
import type { ReportView, SectionProps } from '../report-view.js';
import { spanName } from '../span-name.js';

/** The figures that matter most and what they say, in a few sentences. */
export function Brief({ view }: SectionProps) {
  const { document, texts, formats } = view;
  const { coverage, network, groups } = document;
  const figures: readonly (readonly [string, number])[] = [
    [texts.brief.mentions, coverage.mentions],
    [texts.brief.news, coverage.byStream.NEWS ?? 0],
    [texts.brief.accounts, coverage.accounts],
    [texts.brief.amplifications, network.amplifications],
    [texts.brief.communities, network.communities],
    [texts.brief.groups, groups.length],
  ];
  return (
    <Section id="brief" title={texts.brief.heading}>
      <ul class="figures">
        {figures.map(([name, value]) => (
          <li key={name}>
            <strong>{formats.number(value)}</strong> <span>{name}</span>
          </li>
        ))}
      </ul>
      <ul class="sentences">
        {sentences(view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p class="caution">{texts.brief.caution}</p>
    </Section>
  );
}

function sentences(view: ReportView): string[] {
  const { document, texts, formats } = view;
  const { coverage, cascades } = document;
  const { brief } = texts;
  if (coverage.from === null || coverage.to === null) return [texts.timeline.empty];
  const series = timelineSeries(document.timeline)!;
  const [platform, mentions] = Object.entries(coverage.byPlatform).sort(([, a], [, b]) => b - a)[0]!;
  const largest = cascades.largest[0];
  return [
    brief.volume(
      formats.number(coverage.mentions),
      formats.number(coverage.accounts),
      formats.moment(coverage.from),
      formats.moment(coverage.to),
    ),
    brief.peak(formats.moment(series.peak.start), formats.number(series.peak.count), spanName(series.barMs, view)),
    brief.platform(outsideText(platform), formats.percent(mentions / coverage.mentions)),
    ...(largest === undefined
      ? []
      : [brief.cascade(formats.number(largest.size), formats.percent(cascades.lone / cascades.count))]),
    groupSentence(view),
  ];
}

function groupSentence({ document: { groups }, texts: { brief }, formats }: ReportView): string {
  const largest = [...groups].sort((a, b) => b.members.length - a.members.length)[0];
  if (largest === undefined) return brief.noGroups;
  return brief.someGroups(
    formats.number(groups.length),
    formats.number(largest.members.length),
    formats.number(largest.chance.observedPairs),
    formats.number(largest.chance.expectedPairs, 1),
  );
}
