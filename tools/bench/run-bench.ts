import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as z from "zod";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";
import type { Supervisor } from "@/bin/process/supervisor";

const figure = z.object({
  what: z.string(),
  value: z.number().nullable(),
  unit: z.string().optional(),
  floor: z.number().nullable().optional(),
  ratio: z.number().nullable().optional(),
  spread: z.tuple([z.number(), z.number()]).optional(),
  isMet: z.boolean().optional(),
});

export type BenchResult = {
  name: string;
  seconds: number;
  /** Every goal was reached and nothing failed. */
  isMet: boolean;
  figures: z.output<typeof figure>[];
};

/** Runs a benchmark in a process of its own, so that it does not get the settings or the memory of another. */
export async function runBench(supervisor: Supervisor, name: string, args: string[]): Promise<BenchResult> {
  const directory = await mkdtemp(path.join(tmpdir(), "cobro-bench-figures-"));
  const file = path.join(directory, "figures.jsonl");
  const startedAt = performance.now();
  try {
    const child = spawn(process.execPath, ["--import", "tsx", `tests/bench/${name}.ts`, ...args], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, BENCH_FIGURES: file },
    });
    if (child.pid !== undefined) child.once("exit", killWithThisProcess(child.pid, "TERM"));
    const ended = once(child, "exit");
    const stop = async () => {
      child.kill("SIGTERM");
      await ended;
    };
    supervisor.addTask({ exited: ended.then(([code]) => `exit code ${code}`), stop });
    const [code] = await ended;
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const text = await readFile(file, "utf8").catch(() => "");
    const figures = text.split("\n").flatMap((line) => (line ? [figure.parse(JSON.parse(line))] : []));
    return { name, seconds, isMet: code === 0, figures };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
