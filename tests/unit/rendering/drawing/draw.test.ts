import { readdirSync, readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { type Asker, draw } from "@/lib/rendering/drawing/draw";
import { DrawingProcess } from "@/lib/rendering/drawing/drawing-process";

const asker: Asker = { personId: "somebody" };

afterAll(() => globalThis.cobroDrawing?.process.stop());

function code(text: string) {
  return { text, mode: "live", use: "screen", brand: { color: "#0a6640", logo: null } } as const;
}

function sheets(count: number, from = 0) {
  const links = Array.from({ length: count }, (_, at) => ({
    url: `https://pay.example.com/link/${from + at}`,
    mode: "test" as const,
    amount: "₡12.000,00",
    description: "Almuerzo del día",
    reference: null,
  }));
  return { paper: "a4", name: "Café Luna", codeName: "QR code", links } as const;
}

function drawingPid(): number {
  const pid = globalThis.cobroDrawing?.process.pid;
  if (pid === undefined) throw new Error("nothing is being drawn");
  return pid;
}

test("sheets are drawn elsewhere: this process answers others meanwhile", async () => {
  await draw("sheetsPdf", { sheets: sheets(1), title: "Warm", language: "es" }, asker);
  const { user: before } = process.cpuUsage();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const pdf = await draw("sheetsPdf", { sheets: sheets(63), title: "Codes", language: "es" }, asker);
  delay.disable();
  expect(Buffer.from(pdf ?? []).toString("latin1", 0, 5)).toBe("%PDF-");
  // Drawing them takes much of a second of a processor, and none of it was spent here.
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(150);
  expect(delay.percentile(50) / 1e6).toBeLessThan(50);
});

test("the process has a lower priority and none of the portal's secrets", async () => {
  process.env.NEXTAUTH_SECRET = "a-secret-that-no-decoder-needs-to-know";
  const own = new DrawingProcess();
  const asked = own.ask(new Uint8Array());
  const pid = own.pid;
  await expect(asked).rejects.toThrow("could not draw");
  const environment = readFileSync(`/proc/${pid}/environ`, "utf8");
  const nices = readdirSync(`/proc/${pid}/task`).map(
    (thread) => readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8").split(") ")[1]?.split(" ")[16],
  );
  own.stop();
  expect(environment).not.toContain("a-secret-that-no-decoder-needs-to-know");
  expect(environment.split("\0").map((setting) => setting.split("=")[0])).not.toContain("DATABASE_URL");
  expect(new Set(nices)).toEqual(new Set(["10"]));
});

test("six tabs of one person do not make another wait for more than one of them", async () => {
  const ended: string[] = [];
  const drawFor = async (personId: string, from: number) => {
    await draw("sheets", sheets(42, from), { personId });
    ended.push(personId);
  };
  const tabs = Array.from({ length: 6 }, (_, tab) => drawFor("six tabs", 1_000 * (tab + 1)));
  await Promise.all([...tabs, drawFor("one tab", 9_000)]);
  expect(ended.indexOf("one tab")).toBeLessThanOrEqual(2);
});

test("the same again comes from memory, and anything that differs is drawn", async () => {
  const file = { code: code("https://pay.example.com/a"), extension: "png", title: "", size: 300 } as const;
  const first = await draw("codeFile", file, asker);
  const pid = drawingPid();
  // With no process left, only memory can answer.
  process.kill(pid, "SIGSTOP");
  expect(await draw("codeFile", { ...file }, { personId: "somebody else" })).toEqual(first);
  process.kill(pid, "SIGCONT");
  for (const other of [
    { ...file, size: 301 },
    { ...file, code: code("https://pay.example.com/b") },
    { ...file, code: { ...file.code, brand: { color: "#000000", logo: null } } },
  ]) {
    expect((await draw("codeFile", other, asker)).file).not.toEqual(first.file);
  }
});

test("when the process dies, that drawing fails and the next one starts another", async () => {
  await draw("codeFacts", code("https://pay.example.com/c"), asker);
  const pid = drawingPid();
  process.kill(pid, "SIGSTOP");
  const dying = draw("codeFacts", code("https://pay.example.com/d"), asker);
  process.kill(pid, "SIGKILL");
  await expect(dying).rejects.toThrow("the drawing process ended");
  expect(await draw("codeFacts", code("https://pay.example.com/d"), asker)).toMatchObject({ refused: [] });
  expect(drawingPid()).not.toBe(pid);
});

test("a request whose browser has gone leaves the queue", async () => {
  const first = draw("sheets", sheets(42, 20_000), asker);
  const gone = new AbortController();
  const abandoned = draw("sheets", sheets(42, 21_000), { ...asker, signal: gone.signal });
  gone.abort();
  await expect(abandoned).rejects.toMatchObject({ name: "AbortError" });
  await first;
});

test("the largest logos, several at once, are drawn one at a time, in bounded memory", async () => {
  // A progressive JPEG is the kind of file that takes most memory to decode: all of its pixels at once.
  const file = await sharp({ create: { width: 5_000, height: 5_000, channels: 3, background: "#123456" } })
    .jpeg({ quality: 50, progressive: true })
    .toBuffer();
  const drawFour = () =>
    Promise.all([1, 2, 3, 4].map((at) => draw("logo", new Uint8Array(file), { personId: `owner ${at}` })));
  // On a busy machine the last of eight would not get its turn in time.
  for (const logo of [...(await drawFour()), ...(await drawFour())])
    expect(logo).toMatchObject({ ok: true, value: { width: 512, height: 512 } });
  const peak = readFileSync(`/proc/${drawingPid()}/status`, "utf8").match(/VmHWM:\s+(\d+) kB/)?.[1];
  expect(Number(peak) / 1024).toBeLessThan(450);
});
