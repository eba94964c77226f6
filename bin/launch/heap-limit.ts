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

/**
 * What Node is given for a web process. It begins with room for what a start makes, as V8 would otherwise look through all
 * of it three times, on every core that there is.
 */
export const portalFlags = ["--initial-heap-size=64"];
