import { IncomingMessage } from "node:http";

/**
 * Reads the body of a request as it comes. What is beyond `longest` bytes is thrown away by the server.
 * @returns "too long" when there are more bytes, null when whoever sends it hangs up before its end.
 */
export function readBody(
  request: IncomingMessage,
  longest: number,
): Promise<Buffer<ArrayBuffer> | "too long" | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length <= longest) return;
      request.off("data", take).resume();
      resolve("too long");
    };
    request
      .on("data", take)
      .once("end", () => resolve(Buffer.concat(chunks, length)))
      .once("error", () => resolve(null))
      .once("close", () => resolve(null));
  });
}

/** The same request with its body still to be read. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const again = new IncomingMessage(request.socket);
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.push(body);
  again.push(null);
  again.complete = true;
  return again;
}
