import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as z from "zod";
import { repository } from "@/tests/support/start-portal";

const found = z.object({ perSecond: z.number(), times: z.array(z.number()), errors: z.number() });

/** Answers with status 200 or 302 a second, the milliseconds each took, and the number of all other outcomes. */
export type Load = z.output<typeof found>;

type Clients = {
  /** Their sessions, dealt out among them. */
  cookies?: string[];
  clients: number;
  seconds: number;
  /** Their network address. A `*` in it stands for each one's number: they are in as many networks, as people are. */
  from?: string;
};

/**
 * Asks for a page over and over from a process of its own, with clients that each wait for their answer. A `*` in the
 * address stands for a random code, another one each time.
 */
export async function load(
  address: string,
  { cookies = [""], clients, seconds, from = "198.18.0.*" }: Clients,
): Promise<Load> {
  const program = ["--import", "tsx", "tests/bench/support/load-generator.ts"];
  const args = [...program, address, String(clients), String(seconds), from, ...cookies];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: repository,
    maxBuffer: 64_000_000,
  });
  return found.parse(JSON.parse(stdout));
}
