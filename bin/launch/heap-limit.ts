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
 * What a web process finds in its environment for the sake of its memory; what is set already stays. On Linux, glibc keeps
 * memory apart for each of Node's threads, and what they leave free there is nobody else's. Other systems do not read it.
 */
export function memorySettings({
  NODE_OPTIONS,
  MALLOC_ARENA_MAX = "2",
}: Readonly<Record<string, string | undefined>>): { NODE_OPTIONS: string; MALLOC_ARENA_MAX: string } {
  return { NODE_OPTIONS: withHeapLimit(NODE_OPTIONS), MALLOC_ARENA_MAX };
}

/**
 * What Node is given for a web process. It begins with room for what a start makes, as V8 would otherwise look through all
 * of it three times, on every core that there is.
 */
export const portalFlags = ["--initial-heap-size=64"];
