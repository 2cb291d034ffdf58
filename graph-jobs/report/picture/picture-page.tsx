import { outsideText } from '../html/outside-text.js';
import type { ReportView } from '../html/report-view.js';
import { AccountDrawing } from './account-drawing.js';
import { CommunityDrawing } from './community-drawing.js';
import type { Box } from './fit.js';
import { Legend } from './legend.js';
import { Lines } from './parts.js';
import { PICTURE_TEXTS } from './picture-texts.js';
import { textLines } from './text-lines.js';

export const PICTURE_LEVELS = ['accounts', 'communities'] as const;
export type PictureLevel = (typeof PICTURE_LEVELS)[number];

const WIDTH = 1200;
const MARGIN = 32;
const ROOM = WIDTH - 2 * MARGIN;
const DRAWING = { width: 800, height: 660 };
const LEGEND_X = MARGIN + DRAWING.width + 24;
const TITLE = { type: { size: 25, bold: true }, step: 32 };
const TEXT = { type: { size: 14 }, step: 20 };
const FINE = { type: { size: 12 }, step: 17, colour: '#4d4d4d' };

interface PageProps {
  readonly view: ReportView;
  readonly level: PictureLevel;
  readonly fontFamily: string;
}

/** The whole picture: title, run and dates, what an edge is, the drawing with its legend, what is left out. */
export function PicturePage({ view, level, fontFamily }: PageProps) {
  const { picture } = view.document.network;
  const communities = level === 'communities' ? picture.communities : undefined;
  const above = head(view, communities !== undefined);
  const drawing: Box = { x: MARGIN, y: above.bottom, ...DRAWING };
  const below = foot(view, drawing.y + DRAWING.height + 30, communities !== undefined);
  const drawn =
    communities === undefined
      ? picture.nodes.map(({ community }) => community)
      : communities.nodes.map((node) => node.community);
  const legend: Box = { x: LEGEND_X, y: drawing.y, width: WIDTH - MARGIN - LEGEND_X, height: DRAWING.height };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={below.bottom}
      viewBox={`0 0 ${WIDTH} ${below.bottom}`}
      font-family={fontFamily}
    >
      <title>{above.title}</title>
      <rect x={0} y={0} width={WIDTH} height={below.bottom} fill="#ffffff" />
      {above.parts}
      {communities === undefined ? (
        <AccountDrawing picture={picture} box={drawing} />
      ) : (
        <CommunityDrawing picture={communities} box={drawing} />
      )}
      <Legend view={view} box={legend} drawn={[...new Set(drawn)]} discs={communities !== undefined} />
      {below.parts}
    </svg>
  );
}

type Style = { readonly type: { size: number; bold?: boolean }; readonly step: number; readonly colour?: string };

/** Paragraphs below each other from `top`; gives where they end. */
function paragraphs(top: number, texts: readonly (readonly [text: string, style: Style, most: number])[]) {
  let y = top;
  const parts = texts.map(([text, style, most], at) => {
    const lines = textLines(text, ROOM, style.type, most);
    const first = y + style.type.size;
    y += lines.length * style.step + 4;
    return <Lines key={at} x={MARGIN} y={first} lines={lines} {...style} />;
  });
  return { parts, bottom: y };
}

function head({ document, texts, formats, options }: ReportView, byCommunity: boolean) {
  const words = PICTURE_TEXTS[options.language];
  const { issue, coverage, runId } = document;
  const title = `${words.kind}: ${outsideText(issue.title)}`;
  const run = words.run(runId, formats.number(issue.queryVersion));
  const period =
    coverage.from === null || coverage.to === null
      ? texts.none
      : words.period(formats.moment(coverage.from), formats.moment(coverage.to));
  const meaning = byCommunity
    ? `${words.sizeOfCommunity} ${words.lineBetween}`
    : `${texts.network.lead} ${texts.network.size}`;
  const { parts, bottom } = paragraphs(22, [
    [title, TITLE, 2],
    [`${period}. ${run}.`, TEXT, 2],
    [meaning, TEXT, 3],
  ]);
  return { title, parts, bottom: bottom + 16 };
}

function foot(view: ReportView, top: number, byCommunity: boolean) {
  const { texts } = view;
  const { parts, bottom } = paragraphs(top, [
    [shown(view, byCommunity), TEXT, 2],
    [texts.communities.lead, TEXT, 2],
    [`${texts.brief.caution} ${texts.software}.`, FINE, 2],
  ]);
  return { parts, bottom: bottom + 18 };
}

/** n of N, in words. */
function shown({ document, texts, formats, options }: ReportView, byCommunity: boolean): string {
  const { picture } = document.network;
  const [n, words] = [formats.number, PICTURE_TEXTS[options.language]];
  const { communities } = picture;
  if (!byCommunity || communities === undefined)
    return texts.network.shown(n(picture.nodes.length), n(picture.accounts), n(picture.links.length), n(picture.edges));
  const accounts = communities.nodes.reduce((sum, node) => sum + node.accounts, 0);
  const nodes = words.shownCommunities(
    n(communities.nodes.length),
    n(communities.count),
    n(accounts),
    n(picture.accounts),
  );
  return `${nodes} ${words.shownPairs(n(communities.links.length), n(communities.pairs))}`;
}
