import { nodeEnvironment } from "@/bin/embedded-postgres/plain-environment";
import { startNode } from "@/bin/process/child";
import type { Running } from "@/bin/process/keep-running";
import { sandboxSettings } from "@/lib/sandbox/settings";

/** The sandbox in a process that holds none of the portal's secrets. */
export function startSandboxProcess(childEnv: Record<string, string>): Running {
  const args = ["bin/run.mjs", "sandbox"];
  return startNode(args, { ...nodeEnvironment(sandboxSettings), ...childEnv });
}
