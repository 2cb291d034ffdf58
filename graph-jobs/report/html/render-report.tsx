import { render } from 'preact-render-to-string';
import type { ReportInput } from './report-input.js';
import { ReportPage } from './report-page.js';
import { type ReportOptions, viewOf } from './report-view.js';

/** One HTML file that loads nothing. The same run, language and zone give the same bytes. */
export function renderReport(input: ReportInput, options: ReportOptions): string {
  return `<!doctype html>\n${render(<ReportPage view={viewOf(input, options)} />)}\n`;
}
