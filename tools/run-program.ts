import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";

/**
 * Runs a Node program to its end and shows its output. The program ends with this process. Returns its exit code.
 * @param label stands before each line of the output, to tell apart programs that run at the same time.
 */
export async function runProgram(args: string[], label?: string): Promise<number> {
  const output = label === undefined ? "inherit" : "pipe";
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", output, output],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" },
  });
  for (const input of [child.stdout, child.stderr]) {
    if (input) createInterface({ input }).on("line", (line) => console.log(`${label} │ ${line}`));
  }
  if (child.pid !== undefined) child.once("exit", killWithThisProcess(child.pid, "TERM"));
  // Unlike "exit", after the last line of its output.
  const [code] = await once(child, "close");
  return code ?? 1;
}
