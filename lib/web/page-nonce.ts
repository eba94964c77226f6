import { headers } from "next/headers";

/** What a script in a page needs in order to run: the nonce of the page's own policy. Undefined where it has none. */
export async function getNonce(): Promise<string | undefined> {
  const policy = (await headers()).get("content-security-policy") ?? "";
  return /'nonce-(?<nonce>[^']+)'/.exec(policy)?.groups?.nonce;
}
