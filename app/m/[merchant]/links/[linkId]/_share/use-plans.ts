import { type RefObject, useRef } from "react";

type Plans = typeof import("./read-typed-number");

/**
 * The numbering plans are large, so they are loaded, with what is said of numbers that are none, when somebody comes to the form's field. They must be there before
 * the press, which opens another program at once.
 */
export function usePlans() {
  const loaded = useRef<Plans>(undefined);
  return { loaded, load: () => load(loaded) };
}

async function load(loaded: RefObject<Plans | undefined>): Promise<Plans> {
  loaded.current ??= await import("./read-typed-number");
  return loaded.current;
}
