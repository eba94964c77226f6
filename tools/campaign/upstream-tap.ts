import { type Mishap, type Moment, startTcpProxy, type TcpProxy } from "@/tests/support/tcp-proxy";

export type UpstreamTap = TcpProxy & { url: string; posts: () => number };

/** A proxy for the sandbox at `upstreamUrl` that counts the POSTs sent through it, whatever their outcome. */
export async function tapUpstream(
  upstreamUrl: string,
  plan?: (connection: number) => Mishap[],
  watch?: (moment: Moment) => void,
): Promise<UpstreamTap> {
  let posts = 0;
  const proxy = await startTcpProxy({
    targetPort: Number(new URL(upstreamUrl).port),
    ...(plan && { plan }),
    watch: (moment) => {
      const isHead = moment.kind === "bytes" && moment.direction === "up" && moment.passed === 0;
      if (isHead && moment.chunk.toString("latin1").startsWith("POST /v1/payment-links")) posts += 1;
      watch?.(moment);
    },
  });
  return { ...proxy, url: `http://127.0.0.1:${proxy.port}`, posts: () => posts };
}
