/** A page of rows, and the value that the next page is asked for with; null on the last page. */
export type KeysetPage<Row> = { rows: Row[]; nextAfter: string | null };

/**
 * One page of rows in the order of their ids. One row more than is shown is read, to know whether there is a next page.
 */
export async function readPage<Row extends { id: string }>(
  size: number,
  read: (limit: number) => Promise<Row[]>,
): Promise<KeysetPage<Row>> {
  const found = await read(size + 1);
  const rows = found.slice(0, size);
  return { rows, nextAfter: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}

/**
 * All rows, in batches that each begin after the last row of the one before. The next batch is read while the caller
 * works on this one.
 * @param read answers a full batch, unless it is the last.
 */
export function readBatches<Row, Place>(
  size: number,
  read: (after: Place | undefined, limit: number) => Promise<Row[]>,
  getPlace: (row: Row) => Place,
): AsyncGenerator<Row[]> {
  const getLastPlace = (rows: Row[]) => {
    const last = rows.at(-1);
    return last === undefined ? undefined : getPlace(last);
  };
  return readAhead(size, read, getLastPlace);
}

/** The same for batches of any kind. */
export async function* readAhead<Batch extends { length: number }, Place>(
  size: number,
  read: (after: Place | undefined, limit: number) => Promise<Batch>,
  getLastPlace: (batch: Batch) => Place | undefined,
): AsyncGenerator<Batch> {
  let next: Promise<Batch> | null = read(undefined, size);
  while (next) {
    const batch: Batch = await next;
    const last = batch.length === size ? getLastPlace(batch) : undefined;
    next = last === undefined ? null : read(last, size);
    // The next batch may fail while the caller is busy; the loop throws its error when it comes to it.
    next?.catch(() => {});
    yield batch;
  }
}
