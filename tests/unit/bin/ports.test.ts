import { once } from "node:events";
import net from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { refuseTakenPort } from "@/bin/launch/ports";

/** Another program that listens on one address. Undefined when this machine does not have that address. */
async function outsiderOn(host: string): Promise<number | undefined> {
  const server = net.createServer().listen({ port: 0, host, ipv6Only: host === "::" });
  const isListening = await once(server, "listening").then(
    () => true,
    () => false,
  );
  if (!isListening) return undefined;
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === "object" ? address?.port : undefined;
}

test.each(
  ["127.0.0.1", "::1", "0.0.0.0", "::"].flatMap((outsider) =>
    ["0.0.0.0", "127.0.0.1", "::1"].map((host) => [outsider, host] as const),
  ),
)("a program on %s is not what the address of a portal on %s leads to", async (outsider, host) => {
  const port = await outsiderOn(outsider);
  if (port === undefined) return expect(outsider).toMatch(/:/);
  await expect(refuseTakenPort("PORT", port, host)).rejects.toThrow(
    new RegExp(`^PORT: ${port} is in use by another program( on \\S+)?; choose another port$`),
  );
});

test("a free port is not refused", async () => {
  const port = await outsiderOn("127.0.0.2");
  await expect(refuseTakenPort("PORT", port ?? 0, "127.0.0.1")).resolves.toBeUndefined();
});
