import type { Account } from '#domain/account.js';
import type { RunDocument } from '#domain/run-document.js';
import { type Formats, formatsFor, type ReportZone } from './formats.js';
import { outsideText } from './outside-text.js';
import type { ReportInput } from './report-input.js';
import { REPORT_TEXTS, type ReportLanguage } from './texts/catalogues.js';
import type { ReportTexts } from './texts/report-texts.js';

export interface ReportOptions {
  readonly language: ReportLanguage;
  readonly zone: ReportZone;
}

/** What every section of the page is given. */
export interface ReportView {
  readonly document: RunDocument;
  readonly input: ReportInput;
  readonly options: ReportOptions;
  readonly texts: ReportTexts;
  readonly formats: Formats;
}

export interface SectionProps {
  readonly view: ReportView;
}

export function viewOf(input: ReportInput, options: ReportOptions): ReportView {
  return {
    document: input.document,
    input,
    options,
    texts: REPORT_TEXTS[options.language],
    formats: formatsFor(options.language, options.zone),
  };
}

/** The name of a public account; null for everybody else, who appear by pseudonym. */
export function publicName({ input }: ReportView, accountId: string): string | null {
  const account = input.publicAccounts.get(accountId);
  return account === undefined ? null : publicLabel(account);
}

/** What a public account is called wherever it is shown; of others nobody may ask. */
export function publicLabel(account: Account): string {
  return outsideText(nameOf(account), 60);
}

function nameOf({ handle, displayName, id }: Account): string {
  if (handle !== null) return `@${handle.replace(/^@/, '')}`;
  return displayName ?? id;
}
