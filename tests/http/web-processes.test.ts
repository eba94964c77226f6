import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startCollector } from "@/tests/support/otlp";
import { connectedOwner, expectRedirect, makeLink, type Owner } from "@/tests/support/people";
import { type RunningPortal, startPortal } from "@/tests/support/start-portal";

const collector = await startCollector();
let portal: RunningPortal;
let owner: Owner;

beforeAll(async () => {
  const { settings, logFile } = inject("portal");
  owner = await connectedOwner();
  const own = {
    WEB_CONCURRENCY: "2",
    PAYMENT_LINKS_TIMEOUT_MS: "20000",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  };
  portal = await startPortal({ ...settings, ...own }, logFile);
});

afterAll(async () => {
  await portal.stop();
  collector.close();
});

/** The processes that serve pages, as the kernel lists them. */
function listWorkers(): number[] {
  const { pid } = portal;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  return children
    .map(Number)
    .filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("run.mjs\0web"));
}

test("two processes serve one port: what one writes, both show, and a session ends in both", async () => {
  const visitor = owner.http.at(portal.url);
  expect(listWorkers()).toHaveLength(2);
  await makeLink({ ...owner, http: visitor }, { amount: "3.25", description: "From any process" });
  // Each request has a connection of its own, and connections are dealt out in turn.
  const read = () => visitor.request(`${owner.path}/links`, { headers: { connection: "close" } });
  const pages = await Promise.all(Array.from({ length: 6 }, async () => (await read()).text()));
  for (const page of pages) expect(page).toContain("From any process");
  const leaving = visitor.copy();
  await leaving.submit(`${owner.path}/links`, "Sign out", {});
  const after = await Promise.all(Array.from({ length: 6 }, read));
  expect(after.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 307));
});

test("a process that is killed is started again, and the portal answers meanwhile", async () => {
  const [killed = 0] = listWorkers();
  process.kill(killed, "SIGKILL");
  await expect.poll(() => listWorkers().includes(killed)).toBe(false);
  // A connection that was its own, or that it was being given, is lost; the next one is not.
  const ask = () =>
    fetch(`${portal.url}/login`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ status }) => status,
      () => null,
    );
  await expect.poll(ask).toBe(200);
  await expect.poll(() => listWorkers().length).toBe(2);
});

test("stopping ends them all, cleanly: a link that is being created is created first", async () => {
  const workers = listWorkers();
  const { http, path, account } = await connectedOwner();
  await account.setFault({ fault: "slow", delayMs: 5_000, endpoint: "create" });
  const link = { amount: "4.50", description: "In the midst of it" };
  const creating = http.at(portal.url).submit(`${path}/links/new`, 'name="intentId"', link);
  // Upstream has it before it answers.
  await expect.poll(async () => (await account.links()).length).toBe(1);
  await portal.stop();
  expect(await http.html(expectRedirect(await creating, `${path}/links/`))).toContain("In the midst of it");
  expect(await portal.exited).toBe("0");
  for (const worker of workers) expect(() => process.kill(worker, 0)).toThrow();

  // What they did is one trace from the form to upstream, with neither addresses nor what was typed.
  const upstream = collector.spans.find(
    ({ name, attributes }) => name === "upstream POST" && attributes["cobro.outcome"] === "ok",
  );
  const trace = collector.spans.filter(({ traceId }) => traceId === upstream?.traceId);
  expect(trace.map(({ name }) => name)).toContain("POST /m/[merchant]/links/new");
  expect(new Set(trace.map(({ attributes }) => attributes["cobro.request_id"])).size).toBe(1);
  expect(collector.kept.said).not.toMatch(new RegExp(`${owner.path.replace("/m/", "")}|In the midst`));
});
