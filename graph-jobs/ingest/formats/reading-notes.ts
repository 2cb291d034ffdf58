const PERSONAL = /gender|\bsex\b|birth|\bage\b|bot[ _]?score|religio|ethnic|marital|politic|ideolog/i;

/** Whether a field tells what is never imported of a person: gender, birth date, ideology and the like, or a bot score. */
export function isPersonal(field: string): boolean {
  return PERSONAL.test(field);
}

/** What a reader of a format has to say besides its rows. */
export class ReadingNotes {
  /** Zones that times without one were read in. */
  readonly assumedZones = new Set<string>();
  /** Fields of the file that were left out since they tell what is not imported of a person. */
  readonly droppedFields = new Set<string>();
  /** What the file holds besides mentions and accounts, and how often. */
  readonly passedOver = new Map<string, number>();

  passOver(what: string): void {
    this.passedOver.set(what, (this.passedOver.get(what) ?? 0) + 1);
  }

  dropPersonal(fields: Iterable<string>): void {
    for (const field of fields) if (isPersonal(field)) this.droppedFields.add(field);
  }
}
