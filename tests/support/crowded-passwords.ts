import { hashPassword } from "@/lib/domain/accounts/hash-password";

/** Does something while as much of an asker's work waits for its turn as may wait. */
export async function whileCrowded(asker: string, work: () => Promise<void>): Promise<void> {
  // This makes the queue.
  await hashPassword("x");
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const crowd = Array.from({ length: 60 }, () =>
    globalThis.cobroPasswords?.run(asker, () => gate).catch(() => {}),
  );
  try {
    await work();
  } finally {
    open();
    await Promise.all(crowd);
  }
}
