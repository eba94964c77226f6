import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** Nothing takes this long unless it hangs, not even on a busy machine. */
const timeoutMs = 60_000;
/** After this long without work the process ends, and gives its memory back. */
const idleMs = 10 * 60 * 1000;

/** What the drawing code needs of the environment. It reads files that anybody may have sent, so that it gets no secret. */
const environment = ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot", "LANG"] as const;

/** What the process answers: the result as bytes, or the text of an error. */
export type Answer = { result: Uint8Array<ArrayBuffer> } | { error: string };

/**
 * A process that draws, one request at a time, with a low priority. It is started by the first request, and again by the
 * next one after it has died.
 */
export class DrawingProcess {
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** The process, while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** @throws {Error} when the drawing fails, takes too long, or ends the process. */
  async ask(request: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    clearTimeout(this.#idle);
    this.#child ??= this.#start();
    const child = this.#child;
    const over = new AbortController();
    const timeout = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    try {
      const answered = once(child, "message", { signal: over.signal });
      const ended = once(child, "exit", { signal: over.signal });
      child.send(request);
      const [answer]: (Answer | number | null)[] = await Promise.race([answered, ended]);
      if (typeof answer !== "object" || answer === null) throw new Error("the drawing process ended");
      if ("error" in answer) throw new Error(`could not draw: ${answer.error}`);
      return answer.result;
    } finally {
      over.abort();
      clearTimeout(timeout);
      this.#idle = setTimeout(() => this.stop(), idleMs).unref();
    }
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const run = path.join(process.cwd(), "bin", "run.mjs");
    const passedOn = Object.fromEntries(environment.map((name) => [name, process.env[name]]));
    const child = spawn(process.execPath, ["--max-old-space-size=512", run, "drawing"], {
      env: { NODE_ENV: process.env.NODE_ENV, ...passedOn },
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const forget = () => {
      if (this.#child === child) this.#child = undefined;
    };
    child.once("exit", forget).once("error", forget);
    // It ends by itself when this process is gone, and does not keep it running.
    child.unref();
    child.channel?.unref();
    return child;
  }
}
