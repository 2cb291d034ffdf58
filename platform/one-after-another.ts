/** Does pieces of work one at a time, in the order in which they were given; one that fails holds nothing up. */
export type OneAfterAnother = <T>(work: () => Promise<T>) => Promise<T>;

export function oneAfterAnother(): OneAfterAnother {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
