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
export async function* readBatches<Row, Place>(
  size: number,
  read: (after: Place | undefined, limit: number) => Promise<Row[]>,
  getPlace: (row: Row) => Place,
): AsyncGenerator<Row[]> {
  let next: Promise<Row[]> | null = read(undefined, size);
  while (next) {
    const rows: Row[] = await next;
    const last = rows.at(-1);
    next = last && rows.length === size ? read(getPlace(last), size) : null;
    // The next batch may fail while the caller is busy; the loop throws its error when it comes to it.
    next?.catch(() => {});
    yield rows;
  }
}
