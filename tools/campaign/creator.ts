import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import * as z from "zod";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { repository } from "@/tests/support/start-portal";
import type { CreatorRequest } from "@/tools/campaign/creator-process";

const answerSchema = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({ linkId: z.string(), state: z.enum(linkStates), failureCode: z.string().nullable() }),
  }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    linkId: z.string().optional(),
    duplicate: z.object({ id: z.string() }).optional(),
  }),
]);
export type CreatorAnswer = z.output<typeof answerSchema>;

export type Creator = {
  child: ChildProcess;
  /** @throws when the process is gone or fails, or `signal` aborts. */
  create(request: CreatorRequest, signal?: AbortSignal): Promise<CreatorAnswer>;
};

/**
 * Starts a process that creates links (see `creator-process.ts`), with these settings in addition to this process's
 * own.
 * @param bundle the file that `bundle` has made of it, which starts faster.
 */
export async function startCreator(settings: Record<string, string>, bundle?: string): Promise<Creator> {
  const args = bundle ? [bundle] : ["--import", "tsx", "tools/campaign/creator-process.ts"];
  const child = spawn(process.execPath, args, {
    cwd: repository,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...settings },
  });
  if (child.pid !== undefined) child.once("exit", killWithThisProcess(child.pid, "TERM"));
  const lines = createInterface({ input: child.stdout });
  const port = await Promise.race([
    firstNumber(lines),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`a creator did not start: exit ${code}`))),
  ]);
  const create = async (request: CreatorRequest, signal = AbortSignal.timeout(60_000)) => {
    const body = JSON.stringify(request);
    const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body, signal });
    if (!response.ok) throw new Error(`a creator failed: ${await response.text()}`);
    return answerSchema.parse(await response.json());
  };
  return { child, create };
}

/** The port that a process prints, after whatever it has to report. */
function firstNumber(lines: Interface): Promise<number> {
  return new Promise((resolve) => {
    lines.on("line", (line) => {
      if (Number(line) > 0) resolve(Number(line));
    });
  });
}
