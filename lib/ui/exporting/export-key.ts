/** Where a tab stores the export that it has begun last. */
export function exportKey(runs: string): string {
  return `cobro-export ${runs}`;
}
