/** Megabytes of a web process's old objects. What it keeps takes half of it; docs/operations.md has what was measured. */
const heapMb = 256;

/**
 * Adds a limit of the heap to `NODE_OPTIONS`, unless there is one. Where there is room, Node collects late and takes
 * twice the memory, which a small machine does not have.
 */
export function withHeapLimit(options = ""): string {
  if (/--max[-_]old[-_]space[-_]size/.test(options)) return options;
  return `${options} --max-old-space-size=${heapMb}`.trim();
}
