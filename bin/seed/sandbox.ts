import * as z from "zod";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { env } from "@/lib/platform/env";
import { startSandbox } from "@/lib/sandbox/server";

const account = z.object({ key: z.string() });
const madeLink = z.object({ id: z.coerce.string(), url: z.string() });

export type SeedSandbox = {
  openAccount: () => Promise<string>;
  /** Creates a link through the documented API. */
  makeLink: (
    key: string,
    link: { amount: number; currency: string; description: string },
  ) => Promise<{ id: string; url: string }>;
  deactivate: (key: string, id: string) => Promise<void>;
};

/**
 * Works with the sandbox that the portal uses. If it does not answer and is on this machine, it is started meanwhile on
 * the same data, so that the next `npm start` has everything.
 * @param merchantName the business that the pay pages of its links name.
 * @throws {CliError} when there is none.
 */
export async function withSandbox(
  work: (sandbox: SeedSandbox) => Promise<void>,
  merchantName = "",
): Promise<void> {
  const { SANDBOX, SANDBOX_URL, SANDBOX_PUBLIC_URL: publicUrl, DATA_DIR: dataDir, sandboxAvailable } = env();
  if (!sandboxAvailable) throw new CliError("SANDBOX: the sandbox is off; set it to on to fill it");
  if (await answers(SANDBOX_URL)) return work(sandboxAt(SANDBOX_URL, merchantName));
  if (SANDBOX === "off") throw new CliError(`SANDBOX_URL: no sandbox answers at ${SANDBOX_URL}`);
  const own = await startSandbox({ port: 0, host: "127.0.0.1", dataDir, publicUrl });
  try {
    await work(sandboxAt(own.url, merchantName));
  } finally {
    await own.close();
  }
}

function sandboxAt(url: string, merchantName: string): SeedSandbox {
  const call = async (path: string, key: string, body: object): Promise<unknown> => {
    const headers = {
      "Content-Type": "application/json",
      "X-Api-Key": key,
      "X-Sandbox-Merchant": encodeURIComponent(merchantName),
      ...tokenHeader(),
    };
    const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`the sandbox answered ${response.status} to ${path}`);
    return response.json();
  };
  return {
    openAccount: async () => account.parse(await call("/_sandbox/accounts", "", {})).key,
    makeLink: async (key, link) => madeLink.parse(await call("/v1/payment-links", key, link)),
    deactivate: async (key, id) => void (await call(`/_sandbox/links/${id}/deactivate`, key, {})),
  };
}

function tokenHeader(): Record<string, string> {
  const { SANDBOX_TOKEN: token } = env();
  return token === undefined ? {} : { "X-Sandbox-Token": token };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/_sandbox`, { headers: tokenHeader() }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
}
