/** Why a row cannot be taken: the field and what is wrong with it. Ends the conversion of that row, nothing else. */
export class FieldFault extends Error {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field} ${reason}`);
    this.name = 'FieldFault';
  }
}
