export interface Diagnosis {
  readonly part: string;
  readonly state: 'ok' | 'warning' | 'fault';
  readonly finding: string;
  readonly remedy?: string;
}
