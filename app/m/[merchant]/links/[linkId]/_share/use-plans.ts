import { type RefObject, useEffect, useRef } from "react";

type Plans = typeof import("@/lib/core/phone");

/**
 * The numbering plans are large, so they are loaded when the section around the form is opened. They must be there before
 * the press, which opens another program at once.
 */
export function usePlans(form: RefObject<HTMLFormElement | null>) {
  const loaded = useRef<Plans>(undefined);
  useEffect(() => {
    const folded = form.current?.closest("details");
    const loadOnceOpen = () => {
      if (!folded || folded.open) void load(loaded).catch(() => {});
    };
    loadOnceOpen();
    folded?.addEventListener("toggle", loadOnceOpen);
    return () => folded?.removeEventListener("toggle", loadOnceOpen);
  }, [form]);
  return { loaded, load: () => load(loaded) };
}

async function load(loaded: RefObject<Plans | undefined>): Promise<Plans> {
  loaded.current ??= await import("@/lib/core/phone");
  return loaded.current;
}
