/**
 * Whether the portal itself refused, with a sentence. A network's own sign-in page or a proxy that is being restarted
 * answers with the same statuses and a page.
 */
export function isOwnSentence(response: Response, statuses: readonly number[]): boolean {
  const isText = response.headers.get("content-type")?.startsWith("text/plain") ?? false;
  return isText && statuses.includes(response.status);
}
