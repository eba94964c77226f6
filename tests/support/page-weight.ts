import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import type { HttpVisitor } from "@/tests/support/http-visitor";

/** What a page makes a browser load first, in bytes. `sent` is the HTML as it comes with Brotli; `script` is gzipped. */
export type PageWeight = { html: number; htmlGzip: number; sent: number; payload: number; script: number };

export async function weighPage(http: HttpVisitor, address: string): Promise<PageWeight> {
  const html = await http.html(address);
  const payload = [...html.matchAll(/<script[^>]*>self\.__next_f\.push\((.*?)\)<\/script>/gs)];
  const scripts = new Set(
    [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = ""]) => source),
  );
  let script = 0;
  for (const source of scripts) {
    const response = await fetch(new URL(source, http.origin));
    script += gzipSync(await response.text()).length;
  }
  return {
    html: Buffer.byteLength(html),
    htmlGzip: gzipSync(html).length,
    sent: await countSent(http, address),
    payload: payload.reduce((sum, [, text = ""]) => sum + Buffer.byteLength(text), 0),
    script,
  };
}

async function countSent(http: HttpVisitor, address: string): Promise<number> {
  const headers = Object.fromEntries(http.headers({ "accept-encoding": "br" }));
  const [response]: IncomingMessage[] = await once(
    get(new URL(address, http.origin), { headers }),
    "response",
  );
  if (response?.statusCode !== 200) throw new Error(`${address}: ${response?.statusCode}`);
  return (await buffer(response)).length;
}
