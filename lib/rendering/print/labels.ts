/** What a poster and a sheet say apart from the link's own texts, in the language of the merchant's customers. */
export type PrintLabels = {
  /** The call to pay, in the largest type. */
  scan: string;
  /** Three steps, each a line or two. */
  steps: readonly [string, string, string];
  /** Stands above the address. */
  orType: string;
  /** The name of the code for screen readers. */
  code: string;
  test: { word: string; sentence: string };
  sandbox: { word: string; sentence: string };
};
