import { outsideText } from './outside-text.js';
import { REPORT_STYLE } from './report-style.js';
import type { SectionProps } from './report-view.js';
import { Brief } from './sections/brief.js';
import { CascadesSection } from './sections/cascades-section.js';
import { ClaimsSection } from './sections/claims-section.js';
import { CommunitiesSection } from './sections/communities-section.js';
import { CoverageSection } from './sections/coverage-section.js';
import { GroupsSection } from './sections/groups-section.js';
import { Header } from './sections/header.js';
import { ManifestSection } from './sections/manifest-section.js';
import { MethodSection } from './sections/method-section.js';
import { NetworkSection } from './sections/network-section.js';
import { RankingsSection } from './sections/rankings-section.js';
import { RegionsSection } from './sections/regions-section.js';
import { SentimentSection } from './sections/sentiment-section.js';
import { TimelineSection } from './sections/timeline-section.js';

/** The whole report, one section a component, in the order of reading. */
export function ReportPage({ view }: SectionProps) {
  const { texts, options, document } = view;
  return (
    <html lang={options.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <title>{`${texts.documentKind}: ${outsideText(document.issue.title)}`}</title>
        {/* Our own style sheet, a constant. */}
        <style dangerouslySetInnerHTML={{ __html: REPORT_STYLE }} />
      </head>
      <body>
        <main>
          <Header view={view} />
          <Contents view={view} />
          <Brief view={view} />
          <TimelineSection view={view} />
          <SentimentSection view={view} />
          <RegionsSection view={view} />
          <NetworkSection view={view} />
          <CommunitiesSection view={view} />
          <RankingsSection view={view} />
          <CascadesSection view={view} />
          <ClaimsSection view={view} />
          <GroupsSection view={view} />
          <CoverageSection view={view} />
          <MethodSection view={view} />
          <ManifestSection view={view} />
        </main>
        <footer>{texts.manifest.footer}</footer>
      </body>
    </html>
  );
}

function Contents({ view }: SectionProps) {
  const { texts } = view;
  const entries: readonly (readonly [string, string])[] = [
    ['brief', texts.brief.heading],
    ['timeline', texts.timeline.heading],
    ...(view.document.sentiment === undefined ? [] : [['sentiment', texts.sentiment.heading] as const]),
    ['regions', texts.regions.heading],
    ['network', texts.network.heading],
    ['communities', texts.communities.heading],
    ['accounts', texts.rankings.heading],
    ['cascades', texts.cascades.heading],
    ...(view.input.claims === undefined ? [] : [['claims', texts.claims.heading] as const]),
    ['groups', texts.groups.heading],
    ['coverage', texts.coverage.heading],
    ['method', texts.method.heading],
    ['manifest', texts.manifest.heading],
  ];
  return (
    <nav aria-label={texts.contents}>
      <ol>
        {entries.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
