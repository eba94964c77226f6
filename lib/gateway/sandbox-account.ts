import * as z from "zod";
import { Secret } from "@/lib/core/secret";
import { bodyMatters, classify } from "@/lib/gateway/classify";
import { parseJson } from "@/lib/gateway/exact-json";
import type { GatewayResult } from "@/lib/gateway/failures";
import { exchange } from "@/lib/gateway/http-exchange";
import { tokenHeader, type UpstreamTerms } from "@/lib/gateway/upstream";

const account = z.object({ key: z.string().min(1) });

/** Opens a new account in the local sandbox, for "Use the sandbox", and answers its key. */
export async function openSandboxAccount({
  baseUrl,
  timeoutMs,
  sandboxToken,
}: Pick<UpstreamTerms, "baseUrl" | "timeoutMs" | "sandboxToken">): Promise<GatewayResult<Secret>> {
  const result = await exchange({
    method: "POST",
    url: new URL(`${baseUrl}/_sandbox/accounts`),
    headers: { Accept: "application/json", ...tokenHeader({ sandboxToken }) },
    timeoutMs,
    readsBody: bodyMatters,
  });
  return classify(result, (body) => {
    const { data } = account.safeParse(parseJson(body));
    return data && new Secret(data.key);
  });
}
