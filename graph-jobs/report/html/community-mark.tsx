import { communityMarks, type Mark, OTHER_MARK } from './charts/palette.js';
import type { SectionProps } from './report-view.js';

const PATHS: Readonly<Record<string, string>> = {
  circle: 'M10 3a7 7 0 1 0 .01 0z',
  emptyCircle: 'M10 3a7 7 0 1 0 .01 0z',
  rect: 'M3 3h14v14H3z',
  roundRect: 'M6 3h8a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z',
  triangle: 'M10 2l8 15H2z',
  diamond: 'M10 1l7 9-7 9-7-9z',
  pin: 'M10 18C6 12 4 10 4 7a6 6 0 0 1 12 0c0 3-2 5-6 11z',
  arrow: 'M10 2l7 16-7-4-7 4z',
};

/** The mark of a community as the drawing has it: colour and shape, so that neither colour nor print is needed. */
export function CommunityMark({ mark = OTHER_MARK }: { mark?: Mark | undefined }) {
  const hollow = mark.shape === 'emptyCircle';
  return (
    <svg class="mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[mark.shape]} fill={hollow ? '#fff' : mark.colour} stroke={mark.colour} stroke-width="2" />
    </svg>
  );
}

/** The mark as a part of a drawing, `r` from its middle to its border. */
export function MarkShape({ mark, x, y, r }: { mark: Mark; x: number; y: number; r: number }) {
  const hollow = mark.shape === 'emptyCircle';
  const scale = Math.round(r * 125) / 1000;
  const at = [x - 10 * scale, y - 10 * scale].map((value) => Math.round(value * 10) / 10);
  return (
    <path
      d={PATHS[mark.shape]}
      transform={`translate(${at[0]} ${at[1]}) scale(${scale})`}
      fill={hollow ? '#ffffff' : mark.colour}
      stroke={hollow ? mark.colour : '#ffffff'}
      stroke-width={hollow ? 3 : 1.2}
    />
  );
}

/** What the marks in the drawing stand for. */
export function CommunityKey({ view: { document, texts, formats } }: SectionProps) {
  const { nodes } = document.network.picture;
  const marks = communityMarks();
  const sizes = new Map(document.communities.map(({ number, accounts }) => [number, accounts]));
  const drawn = new Set(nodes.map(({ community }) => community));
  const marked = [...marks].filter(([number]) => drawn.has(number));
  return (
    <ul class="key" aria-label={texts.network.key}>
      {marked.map(([number, mark]) => (
        <li key={number}>
          <CommunityMark mark={mark} /> {texts.communities.community} {formats.number(number + 1)}{' '}
          {sizes.has(number) && <span class="quiet">({formats.number(sizes.get(number)!)})</span>}
        </li>
      ))}
      {nodes.some(({ community }) => !marks.has(community)) && (
        <li>
          <CommunityMark /> {texts.network.other}
        </li>
      )}
    </ul>
  );
}
