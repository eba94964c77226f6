import { spawn } from "node:child_process";
import { once } from "node:events";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";

/** Runs a Node program to its end and shows its output. The program ends with this process. Returns its exit code. */
export async function runProgram(args: string[]): Promise<number> {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" },
  });
  if (child.pid !== undefined) child.once("exit", killWithThisProcess(child.pid, "TERM"));
  const [code] = await once(child, "exit");
  return code ?? 1;
}
