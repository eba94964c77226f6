import { randomBytes } from "node:crypto";
import http from "node:http";

// A program: asks an address for the same page again and again, with a number of clients, each of which waits for its
// answer before it asks again. It prints what it found as JSON. A process of its own, so that it shares no thread.

const [address = "", clients = "1", seconds = "1", from = "", ...cookies] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(clients) });
const times: number[] = [];
let errors = 0;
const startedAt = performance.now();
const until = startedAt + Number(seconds) * 1_000;

await Promise.all(
  Array.from({ length: Number(clients) }, async (_, client) => {
    const own = {
      "accept-language": "en-US",
      cookie: cookies[client % cookies.length],
      "x-forwarded-for": from.replace("*", String(client + 1)),
    };
    while (performance.now() < until) {
      const askedAt = performance.now();
      // A short address answers with a redirect.
      if ([200, 302].includes((await ask(own)) ?? 0)) times.push(performance.now() - askedAt);
      else errors += 1;
    }
  }),
);
const tookMs = performance.now() - startedAt;
agent.destroy();
process.stdout.write(JSON.stringify({ perSecond: (times.length * 1_000) / tookMs, times, errors }));

/** As the database makes them. Of these, none leads anywhere. */
function randomCode(): string {
  const characters = "0123456789abcdefghjkmnpqrstvwxyz";
  return Array.from(randomBytes(12), (byte) => characters[byte % characters.length]).join("");
}

function ask(own: http.OutgoingHttpHeaders): Promise<number | undefined> {
  return new Promise((resolve) => {
    http
      .get(address.replace("*", randomCode), { agent, headers: own }, (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode));
        response.once("error", () => resolve(undefined));
      })
      .once("error", () => resolve(undefined));
  });
}
