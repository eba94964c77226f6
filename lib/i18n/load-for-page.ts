import { cache } from "react";

/**
 * Loads something once for a page. React's `use` takes its value at once if the promise says that it is fulfilled.
 * Otherwise each component that reads it first is stopped, sent on its own and waited for.
 */
export function loadForPage<Value>(load: () => Promise<Value>): () => Promise<Value> {
  return cache(() => {
    const loading = load();
    const note = (value: Value) => Object.assign(loading, { status: "fulfilled", value });
    // Whoever awaits it hears of a failure.
    loading.then(note, () => {});
    return loading;
  });
}
