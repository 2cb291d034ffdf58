import { type Logger, pino } from 'pino';
import { traceOfLog } from './tracing/spans.js';

export type { Logger };

/** Structured logs on standard error, so that standard output stays for results. Never log handles, texts or tokens. */
export function createLogger(name: string, level: string): Logger {
  return pino({ name, level, mixin: traceOfLog }, pino.destination({ fd: 2, sync: true }));
}
