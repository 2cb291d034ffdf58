import { EN } from './en.js';
import { ID } from './id.js';
import type { ReportTexts } from './report-texts.js';

export const REPORT_LANGUAGES = ['id', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

export const REPORT_TEXTS: Readonly<Record<ReportLanguage, ReportTexts>> = { id: ID, en: EN };
