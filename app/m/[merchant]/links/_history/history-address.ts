/** A page of the history, or a link opened beside it: filters travel in the address, so that both can be kept. */
export function addressWith(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
