export interface Measured {
  readonly rows: number;
  readonly seconds: number;
}
