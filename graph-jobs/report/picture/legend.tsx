import type { Community } from '#domain/run-document.js';
import { communityMarks, OTHER_MARK } from '../html/charts/palette.js';
import { MarkShape } from '../html/community-mark.js';
import { outsideText } from '../html/outside-text.js';
import type { ReportView } from '../html/report-view.js';
import { communityColour } from './community-drawing.js';
import type { Box } from './fit.js';
import { inkOn, Line } from './parts.js';
import { PICTURE_TEXTS } from './picture-texts.js';
import { textLines } from './text-lines.js';

const HEAD = { size: 16, bold: true };
const NAME = { size: 13, bold: true };
const TAGS = { size: 12 };
const GREY = '#4d4d4d';
/** With hashtags below the name, and without. */
const ENTRY = { tagged: 46, plain: 30 };
const INDENT = 30;
const NUMBER = { size: 12, bold: true };

interface LegendProps {
  readonly view: ReportView;
  readonly box: Box;
  /** Numbers of the communities that are drawn. */
  readonly drawn: readonly number[];
  /** Whether they are drawn as discs with numbers, or as marks of their accounts. */
  readonly discs: boolean;
}

/** The largest communities that are drawn: how many accounts, and the hashtags that they share most. */
export function Legend({ view, box, drawn, discs }: LegendProps) {
  const { document, texts, formats, options } = view;
  const words = PICTURE_TEXTS[options.language];
  const known = document.communities.filter(({ number }) => drawn.includes(number));
  const entry = known.some(({ topHashtags }) => topHashtags.length > 0) ? ENTRY.tagged : ENTRY.plain;
  const room = Math.floor((box.height - 60) / entry);
  const listed = (discs ? known : known.filter(({ number }) => communityMarks().has(number))).slice(0, room);
  const more = drawn.length - listed.length;
  return (
    <g>
      <Line x={box.x} y={box.y + 16} type={HEAD}>
        {texts.network.key}
      </Line>
      {listed.map(({ number, accounts, topHashtags }, at) => {
        const y = box.y + 48 + at * entry;
        const name = words.community(formats.number(number + 1), formats.number(accounts));
        const tags = tellingFirst(topHashtags, known)
          .map((hashtag) => `#${outsideText(hashtag, 40)}`)
          .join(' ');
        return (
          <g key={number}>
            <Sign number={number} x={box.x + 11} y={y - 4} disc={discs} />
            <Line x={box.x + INDENT} y={y} type={NAME}>
              {textLines(name, box.width - INDENT, NAME, 1)[0]}
            </Line>
            <Line x={box.x + INDENT} y={y + 17} type={TAGS} colour={GREY}>
              {textLines(tags, box.width - INDENT, TAGS, 1)[0]}
            </Line>
          </g>
        );
      })}
      {more > 0 && (
        <g>
          <MarkShape mark={OTHER_MARK} x={box.x + 11} y={box.y + 44 + listed.length * entry} r={9} />
          <Line x={box.x + INDENT} y={box.y + 48 + listed.length * entry} type={TAGS} colour={GREY}>
            {discs ? words.moreCommunities(formats.number(more)) : texts.network.other}
          </Line>
        </g>
      )}
    </g>
  );
}

/** Hashtags that every community uses most tell none of them apart: they come last, where there is room. */
function tellingFirst(tags: Community['topHashtags'], communities: readonly Community[]): string[] {
  const everywhere = (tag: string) =>
    communities.every(({ topHashtags }) => topHashtags.some(({ hashtag }) => hashtag === tag));
  const names = tags.map(({ hashtag }) => hashtag);
  return [...names.filter((tag) => !everywhere(tag)), ...names.filter(everywhere)];
}

function Sign({ number, x, y, disc }: { number: number; x: number; y: number; disc: boolean }) {
  if (!disc) return <MarkShape mark={communityMarks().get(number) ?? OTHER_MARK} x={x} y={y} r={11} />;
  const fill = communityColour(number);
  return (
    <g>
      <circle cx={x} cy={y} r={11} fill={fill} />
      <Line x={x} y={y + 4.3} type={NUMBER} colour={inkOn(fill)} middle>
        {String(number + 1)}
      </Line>
    </g>
  );
}
