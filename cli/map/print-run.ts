import type { WindowOutcome } from '#domain/detection.js';
import { copiesAsLarge, edgeCountOf, evidenceKeptOf, MOST_KEPT_EDGES } from '#domain/finding.js';
import type { SentimentShare } from '#domain/issue-sentiment.js';
import { STREAMS } from '#domain/mention.js';
import type { Run } from '#domain/run.js';
import { computedWindows, type RunDocument } from '#domain/run-document.js';
import { SENTIMENTS } from '#domain/sentiment.js';
import { strongestEdges } from '#domain/strongest-edges.js';

const SHOWN = 5;
const SENTIMENT_TITLE =
  'sentiment of texts (judged, positive, neutral, negative; 95 % bands, see docs/methods/sentiment.md)';
const WINDOW_TITLE = 'each window alone (pairs tried, beyond chance by who, kept, groups, accounts in them)';

/** A run and the head of what it found, as a short table. Accounts appear by pseudonym. */
export function printRun(run: Run, document: RunDocument): void {
  const lines = [
    `run ${run.id} of issue ${run.issueId}: ${run.state}`,
    ...section(
      'counts',
      Object.entries(run.counts).map(([name, value]) => [spaced(name), figure(value)]),
    ),
    '',
    engineLine(run, document),
    ...section(SENTIMENT_TITLE, sentimentRows(document)),
    ...section('largest cascades (size, depth, breadth, virality)', cascadeRows(document)),
    ...section('largest communities (accounts, mentions, most amplified account)', communityRows(document)),
    ...section('co-timed groups (accounts, pairs of mentions, copies with one as large, tied by)', groupRows(document)),
    ...boundLines(document),
    ...(document.windows?.length ? section(WINDOW_TITLE, windowRows(document.windows)) : []),
    ...section(
      'timings',
      Object.entries(run.timings).map(([stage, ms]) => [stage, `${(ms / 1000).toFixed(2)} s`]),
    ),
  ];
  console.log(lines.join('\n'));
}

function engineLine({ parameters, engineReason }: Run, { measures }: RunDocument): string {
  const method = parameters.communityMethod === 'LEIDEN' ? 'Leiden' : 'Louvain';
  const engine = parameters.engine === 'GDS' ? 'by Graph Data Science' : 'in process';
  const why = engineReason === null ? '' : ` (${engineReason})`;
  const largest = measures === undefined ? '' : `; largest component: ${figure(measures.components.largest)} accounts`;
  return `network measured ${engine}${why}, communities by ${method}${largest}`;
}

/** The same as data: the manifest, and the document without its drawing, timeline, trends and evidence; of the edges of a group the strongest. */
export function runSummary(run: Run, document: RunDocument): object {
  const { coverage, measures, mostAmplified, mostActive, firstMovers, communities, cascades } = document;
  const { picture: _picture, ...network } = document.network;
  const groups = document.groups.map(({ evidence: _evidence, edges, ...group }) => {
    return { ...group, edges: edgeCountOf({ ...group, edges }), strongestEdges: strongestEdges(edges, SHOWN) };
  });
  const windows = computedWindows(document);
  const ranks = { mostAmplified, mostActive, firstMovers };
  const sentiment = sentimentSummary(document);
  return { run, coverage, sentiment, network, measures, ...ranks, communities, cascades, groups, windows };
}

function sentimentSummary({ sentiment }: RunDocument): object | null {
  if (sentiment === undefined) return null;
  const { streams, ...model } = sentiment;
  const [social, news] = [streams.SOCIAL, streams.NEWS].map(({ trend: _trend, ...figures }) => figures);
  return { ...model, social, news };
}

/** None in runs from before it was told. */
function sentimentRows({ sentiment }: RunDocument): string[][] {
  if (sentiment === undefined) return [];
  return STREAMS.map((stream) => {
    const { judged, abstained, shares } = sentiment.streams[stream];
    const told = ({ share, low, high }: SentimentShare) => `${percent(share)} (${percent(low)} to ${percent(high)})`;
    const cells = SENTIMENTS.map((label) => (shares === null ? '-' : told(shares[label])));
    return [stream.toLowerCase(), `${figure(judged)} of ${figure(judged + abstained)}`, ...cells];
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function cascadeRows({ cascades }: RunDocument): string[][] {
  return cascades.largest
    .slice(0, SHOWN)
    .map(({ rootId, size, depth, maxBreadth, structuralVirality }) => [
      rootId,
      figure(size),
      figure(depth),
      figure(maxBreadth),
      structuralVirality.toFixed(2),
    ]);
}

function communityRows({ communities }: RunDocument): string[][] {
  return communities
    .slice(0, SHOWN)
    .map(({ number, accounts, mentions, topAccounts }) => [
      `${number}`,
      figure(accounts),
      figure(mentions),
      topAccounts[0]?.accountId ?? '-',
    ]);
}

function groupRows({ groups }: RunDocument): string[][] {
  return groups.slice(0, SHOWN).map(({ id, members, evidenceCount, chance, attribution }) => {
    const asLarge = copiesAsLarge(chance);
    const ofCopies = asLarge === null ? '-' : `${asLarge} of ${chance.copies}`;
    const shares = (attribution ?? []).map(({ behaviour, share }) => `${behaviour} ${Math.round(100 * share)} %`);
    return [id, figure(members.length), figure(evidenceCount), ofCopies, shares.join(', ') || '-'];
  });
}

/** Says where findings keep less than was found. */
function boundLines({ groups }: RunDocument): string[] {
  const cut = groups.filter((group) => evidenceKeptOf(group) < group.evidenceCount);
  if (cut.length === 0) return [];
  const most = figure(MOST_KEPT_EDGES);
  return [
    `  ${figure(cut.length)} of ${figure(groups.length)} have more than ${most} co-timed pairs of accounts: their findings keep the ${most} strongest, with their evidence`,
  ];
}

function windowRows(windows: readonly WindowOutcome[]): string[][] {
  return windows.map(({ windowSeconds, pairsTried, pairsBeyondWho, pairsKept, groups, accounts }) => [
    `${windowSeconds} s`,
    ...[pairsTried, pairsBeyondWho, pairsKept, groups, accounts].map(figure),
  ]);
}

/** Columns as wide as their widest cell: names to the left, figures to the right. */
function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return ['', `${title}: none`];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return ['', title, ...rows.map((row) => `  ${line(row)}`)];
}

function figure(value: number): string {
  return value.toLocaleString('en');
}

/** `networkAccounts` as `network accounts`, `coTimedPairs` as `co-timed pairs`. */
function spaced(name: string): string {
  return name
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^co /, 'co-')
    .replace(/(\d+)h$/, ' within $1 h');
}
