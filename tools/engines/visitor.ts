import { setTimeout as sleep } from "node:timers/promises";

/** A person at a browser of any engine. Elements are named by XPath, and the first that can be seen is meant. */
export type Visitor = {
  name: string;
  open: (url: string) => Promise<void>;
  address: () => Promise<string>;
  /** Presses it as a finger or mouse does; waits until it is there. */
  press: (element: string) => Promise<void>;
  /** Types into a field in place of what is in it. */
  fill: (field: string, text: string) => Promise<void>;
  /** The value of an expression in the page. */
  evaluate: (expression: string) => Promise<unknown>;
  /** A picture of an element, as PNG. */
  picture: (element: string) => Promise<Uint8Array>;
  /** Exceptions in pages, where the engine tells of them. */
  errors: string[];
  close: () => Promise<void>;
};

const waitMs = 20_000;

/** Asks again until there is an answer that is not empty. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const deadline = Date.now() + waitMs; ; await sleep(50)) {
    // A page that is just being left answers nothing.
    const answer = await ask().catch(() => null);
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
  }
}

export const field = (name: string) => `//input[@name="${name}"]`;
export const button = (text: string) => `//button[contains(normalize-space(.), "${text}")]`;
export const link = (text: string) => `//a[contains(normalize-space(.), "${text}")]`;
export const opener = (text: string) => `//summary[contains(normalize-space(.), "${text}")]`;
