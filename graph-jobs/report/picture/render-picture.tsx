import { render } from 'preact-render-to-string';
import { CodedError } from '#domain/errors/coded-error.js';
import type { ReportInput } from '../html/report-input.js';
import { type ReportOptions, viewOf } from '../html/report-view.js';
import { type PictureLevel, PicturePage } from './picture-page.js';

/** Verdana is as wide as DejaVu Sans, by which lines are broken; Arial is narrower. */
const FONTS = 'DejaVu Sans, Verdana, Arial, sans-serif';

export interface PictureOptions extends ReportOptions {
  /** Null: communities where not all accounts are drawn. */
  readonly level: PictureLevel | null;
  readonly fontFamily?: string;
}

/**
 * The spread network as one SVG, placed as the run laid it out. The same run and options give the same bytes. Throws
 * NOT_FOUND where the run has no such picture.
 */
export function renderPicture(input: ReportInput, options: PictureOptions): string {
  const { picture } = input.document.network;
  if (picture.nodes.length === 0)
    throw new CodedError('NOT_FOUND', `run "${input.document.runId}" has no network: nobody amplified anybody else`, {
      at: 'issue',
    });
  const level = options.level ?? (picture.communities === undefined ? 'accounts' : 'communities');
  if (level === 'communities' && picture.communities === undefined)
    throw new CodedError('NOT_FOUND', `run "${input.document.runId}" has no picture of communities`, {
      at: '--level',
      hint: 'small networks are drawn by accounts; where the run is an old one of a large network, map the issue again',
    });
  const { fontFamily = FONTS } = options;
  return `${render(<PicturePage view={viewOf(input, options)} level={level} fontFamily={fontFamily} />)}\n`;
}
