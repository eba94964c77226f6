import { report } from "@/bin/process/command";
import { type KeptPart, keepRunning, type Part, type Running } from "@/bin/process/keep-running";

export type Supervisor = {
  /** Starts a part and keeps it running: when it ends, it is started again, and the others go on. */
  keep(
    part: Part & { /** The others need it, so it is stopped after them. */ last?: boolean },
  ): Promise<KeptPart>;
  /** Work that ends by itself. */
  addTask(task: Running): void;
};

type Stoppable = { stop(): Promise<void>; last?: boolean };

/**
 * Runs parts together. A signal stops them all with exit code 0; an error in `start` stops them with exit code 1.
 */
export async function supervise(start: (supervisor: Supervisor) => Promise<void>): Promise<void> {
  const running = new Set<Stoppable>();
  let ending: Promise<never> | undefined;

  const end = (code: number): Promise<never> => {
    ending ??= stopAll(running).then(() => process.exit(code));
    return ending;
  };
  const add = (one: Stoppable) => {
    running.add(one);
    if (ending) void one.stop();
  };
  // When the terminal is closed, writing fails before everything has been stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  // npm repeats a Ctrl-C that the terminal has already sent here; the second signal changes nothing.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!ending) console.log("Stopping…");
      void end(0);
    });
  }

  stopWithNpm(() => void end(0));

  try {
    await start({
      addTask: (task) => {
        add(task);
        void task.exited.then(() => running.delete(task));
      },
      keep: async ({ last = false, ...part }) => {
        const kept = await keepRunning(part);
        add({ stop: kept.stop, last });
        return kept;
      },
    });
  } catch (error) {
    // Errors are expected while everything is being stopped.
    if (!ending) report(error);
    await end(1);
  }
}

/** When npm is killed, it leaves what it started running. */
function stopWithNpm(stop: () => void): void {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

async function stopAll(running: Set<Stoppable>): Promise<void> {
  for (const last of [false, true]) {
    const these = [...running].filter((one) => (one.last ?? false) === last);
    await Promise.allSettled(these.map((one) => one.stop()));
  }
}
