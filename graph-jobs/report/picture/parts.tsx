import type { ComponentChildren } from 'preact';
import type { Type } from './text-lines.js';

const INK = '#1a1a1a';

/** One line of text at its base line. Attributes alone: what makes the PNG knows no style sheets. */
export function Line(props: {
  x: number;
  y: number;
  type: Type;
  colour?: string;
  middle?: boolean;
  children: ComponentChildren;
}) {
  const { x, y, type, colour = INK, middle = false, children } = props;
  return (
    <text
      x={x}
      y={y}
      font-size={type.size}
      font-weight={type.bold ? 'bold' : undefined}
      fill={colour}
      text-anchor={middle ? 'middle' : undefined}
    >
      {children}
    </text>
  );
}

/** Lines below each other; the first base line is at `y`. */
export function Lines(props: {
  x: number;
  y: number;
  type: Type;
  step: number;
  colour?: string;
  lines: readonly string[];
}) {
  const { lines, step, y, ...line } = props;
  return (
    <>
      {lines.map((text, at) => (
        <Line key={at} {...line} y={y + at * step}>
          {text}
        </Line>
      ))}
    </>
  );
}

/** Black or white, whichever is easier to read on the colour (relative luminance, WCAG 2). */
export function inkOn(colour: string): string {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red, green, blue] = channels as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.22 ? INK : '#ffffff';
}

/** Numbers of a drawing with a decimal: more say nothing, and take room. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
