import { report } from "@/bin/process/command";

/** Something that runs until it is stopped. */
export type Service = {
  /** As in "the portal has ended". */
  name: string;
  /** Resolves when it ends, with the reason: "exit code 1". */
  exited: Promise<string>;
  stop(): Promise<void>;
  /** The others need it, so it is stopped after them. */
  last?: boolean;
};

export type Supervisor = {
  /** From now on, when it ends, everything is stopped. */
  add(service: Service): void;
  /** The same for work that ends by itself, which then stops nothing else. */
  addTask(task: { exited: Promise<string>; stop(): Promise<void> }): void;
};

/**
 * Runs services together. A signal stops them all with exit code 0. An error in `start`, or a service that ends by
 * itself, stops all others with exit code 1.
 */
export async function supervise(start: (supervisor: Supervisor) => Promise<void>): Promise<void> {
  const running = new Set<Omit<Service, "name">>();
  let ending: Promise<never> | undefined;

  const end = (code: number): Promise<never> => {
    ending ??= stopAll(running).then(() => process.exit(code));
    return ending;
  };
  const add = (service: Omit<Service, "name">) => {
    running.add(service);
    void service.exited.then(() => running.delete(service));
    if (ending) void service.stop();
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
      addTask: add,
      add: (service) => {
        add(service);
        void service.exited.then((how) => {
          if (ending) return;
          console.error(`${capitalised(service.name)} ended unexpectedly (${how}). Stopping everything.`);
          void end(1);
        });
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

async function stopAll(running: Set<Omit<Service, "name">>): Promise<void> {
  for (const last of [false, true]) {
    const these = [...running].filter((service) => (service.last ?? false) === last);
    await Promise.allSettled(these.map((service) => service.stop()));
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
