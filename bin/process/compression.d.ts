// Its published types are for Express.
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  import type { BrotliOptions, ZlibOptions } from "node:zlib";

  type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;
  type Options = ZlibOptions & { brotli?: BrotliOptions; filter?: Filter };

  /** The function that it makes gives a response a `flush`, which hands on all that has been written. */
  function compression(
    options: Options,
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  namespace compression {
    /** Whether the content's type is one that compresses well. */
    const filter: Filter;
  }
  export default compression;
}
