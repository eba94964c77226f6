import { type ComponentType, useEffect, useReducer } from "react";

/**
 * A part of pages whose script is loaded once they are at work. It is for what a page can do without: until the script is
 * there, nothing is shown in its place, nor where it cannot be loaded. React's `lazy` would break such a page.
 */
export class LatePart<Props extends object> {
  /** Null until it is there. */
  component: ComponentType<Props> | null = null;

  constructor(private readonly load: () => Promise<ComponentType<Props>>) {}

  async preload(): Promise<void> {
    this.component ??= await this.load().catch(() => null);
  }
}

/** The part, which is drawn as soon as it is there. */
export function useLatePart<Props extends object>(part: LatePart<Props>): ComponentType<Props> | null {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!part.component) void part.preload().then(drawAgain);
  }, [part]);
  return part.component;
}
