import { hostname, userInfo } from "node:os";
import type { Operator } from "@/lib/domain/operator/schema";

/** Who runs a command: an account of this machine, because a command asks nobody to sign in. */
export function commandOperator(): Operator {
  return { userId: null, name: `${accountName()}@${hostname()}` };
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's account may have a number only.
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
