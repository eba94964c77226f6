import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import * as z from "zod";
import { AlreadyRunning, CliError } from "@/bin/embedded-postgres/cli-error";

const fileSchema = z.object({ pid: z.number(), port: z.number(), token: z.string() });
const answerTimeoutMs = 1_000;

/**
 * Makes this process the only one that runs on a data directory. A file holds a loopback port on which this process
 * answers with a token. Unlike a process id, that cannot be mistaken for a running process after a crash or in another
 * container.
 * @returns a function that releases the directory.
 * @throws {AlreadyRunning} when another process holds it.
 */
export async function becomeOnlyLauncher(dataDir: string): Promise<() => Promise<void>> {
  const file = path.join(dataDir, "running.json");
  const token = randomUUID();
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    socket.end(token);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const content = JSON.stringify({ pid: process.pid, port, token });
  try {
    await claim(file, content, dataDir);
  } catch (error) {
    server.close();
    throw error;
  }
  return async () => {
    server.close();
    if ((await readFile(file, "utf8").catch(() => "")) === content) await rm(file, { force: true });
  };
}

async function claim(file: string, content: string, dataDir: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await writeFile(file, content, { flag: "wx", mode: 0o600 });
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const found = await readFile(file, "utf8").catch(() => "");
    const holder = parseHolder(found);
    if (holder && (await answers(holder))) {
      throw new AlreadyRunning(
        `DATA_DIR: Cobro is already running on ${dataDir} (process ${holder.pid}); stop it first, or name another directory`,
      );
    }
    await rm(file, { force: true });
  }
  throw new CliError(`DATA_DIR: ${file} keeps coming back; is another Cobro starting on ${dataDir}?`);
}

function parseHolder(text: string): z.output<typeof fileSchema> | undefined {
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function answers({ port, token }: { port: number; token: string }): Promise<boolean> {
  return new Promise((resolve) => {
    let received = "";
    const socket = net.connect({ host: "127.0.0.1", port });
    socket.setTimeout(answerTimeoutMs, () => socket.destroy());
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(received === token));
  });
}
