import { runCommand } from "@/bin/process/command";
import { guardConsole } from "@/bin/process/guard-console";
import { shareWork } from "@/bin/web/share-work";
import { env } from "@/lib/platform/env";

runCommand(() => {
  // Whoever develops reads Next's own words in the terminal.
  if (env().NODE_ENV !== "development") guardConsole();
  return shareWork(env().WEB_CONCURRENCY, async () => {
    // Not loaded in a process that only starts others.
    const { servePortal } = await import("@/bin/web/serve-portal");
    await servePortal();
  });
});
