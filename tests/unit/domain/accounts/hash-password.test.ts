import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { hashPassword, isPassword } from "@/lib/domain/accounts/hash-password";
import { BusyError } from "@/lib/platform/fair-queue";

const password = "correct horse battery";
const slots = Math.min(3, Math.max(1, availableParallelism() - 1));

test("a flood from one address is told to come back, and another address does not wait for it", async () => {
  const passwordHash = await hashPassword(password, null);
  const ended: string[] = [];
  const check = async (asker: string) => {
    const found = await isPassword(password, passwordHash, asker).catch((error: unknown) => error);
    ended.push(found === true ? asker : "refused");
    return found;
  };
  const flood = Array.from({ length: 300 }, () => check("192.0.2.1"));
  const other = check("198.51.100.7");
  expect(await other).toBe(true);
  // Those that were running already, and one more for each of them, come first at most.
  expect(ended.filter((asker) => asker === "192.0.2.1").length).toBeLessThanOrEqual(2 * slots);
  const found = await Promise.all(flood);
  expect(found.filter((one) => one === true)).toHaveLength(slots + 50);
  expect(found.filter((one) => one instanceof BusyError)).toHaveLength(250 - slots);
});
