/**
 * Precedes the sentence with which the portal refuses a form that a script sent, so that the form shows it. What proxies
 * and other servers say is not shown.
 */
const mark = "cobro-refused: ";

export function markRefusal(sentence: string): string {
  return mark + sentence;
}

/** The sentence, if it is the portal's. */
export function readRefusal(text: string): string | undefined {
  return text.startsWith(mark) ? text.slice(mark.length) : undefined;
}

/** The whole answer to a form from a script that is longer than the portal reads. The form has a sentence for it. */
export const formTooLong = "cobro-form-too-long";
