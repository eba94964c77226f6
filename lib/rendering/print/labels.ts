/** What a poster and a sheet say beside what the link says itself, in the language of the merchant's customers. */
export type PrintLabels = {
  /** The call to pay, in letters as large as they can be. */
  scan: string;
  /** Three, each a line or two. */
  steps: readonly [string, string, string];
  /** Above the address. */
  orType: string;
  /** What a screen reader calls the code. */
  code: string;
  test: { word: string; sentence: string };
  sandbox: { word: string; sentence: string };
};
