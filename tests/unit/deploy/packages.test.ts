import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import * as z from "zod";

const read = (file: string) => readFileSync(path.join("deploy", file), "utf8");
const own = Object.keys(parseEnv(readFileSync(".env.example", "utf8")));
/** What Cobro reads, and what Node and the C library do. */
const settings = new Set([...own, "NODE_ENV", "NODE_OPTIONS", "MALLOC_ARENA_MAX"]);
/** The programs that `node bin/run.mjs` knows. */
const programs = [...readFileSync("bin/load-program.mjs", "utf8").matchAll(/^ {2}(\w+): "bin\//gm)].map(
  ([, name]) => name,
);
const findUnknown = (names: string[]) => names.filter((name) => !settings.has(name));

/** A template of Helm as YAML: lines that only decide are left out, and each value is a word. */
function parseTemplate(text: string): unknown[] {
  const lines = text.split("\n").filter((line) => !/^\s*\{\{-.*\}\}$/.test(line));
  const plain = lines.join("\n").replace(/\{\{.*?\}\}/g, "value");
  return parseAllDocuments(plain, { strict: true }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

const service = z.looseObject({
  command: z.array(z.string()).optional(),
  build: z.looseObject({ dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
});
const composed = z
  .looseObject({ services: z.record(z.string(), service) })
  .parse(parse(read("compose.yaml"), { merge: true })).services;

test("compose starts programs and settings that there are", () => {
  const ours = Object.values(composed).filter(({ build }) => build);
  expect(ours.map(({ command }) => command)).toEqual([["migrate"], ["web"], ["worker"]]);
  for (const { environment, build } of ours) {
    expect(findUnknown(Object.keys(environment))).toEqual([]);
    expect(existsSync(build?.dockerfile ?? "")).toBe(true);
  }
  // In a container these are the file's to say, or are of no use: of the sandbox, and of one machine with everything.
  const fixed =
    /^(?:PORT|HOST|WEB_CONCURRENCY|DATA_DIR|DATABASE_ROLE_PREFIX|PG_BIN|METRICS_PORT|OTEL_SERVICE_NAME|SANDBOX_.+|PAYMENT_LINKS_.+|SHUTDOWN_.+)$/;
  const [{ environment = {} } = {}] = ours;
  expect(own.filter((name) => !(name in environment) && !fixed.test(name))).toEqual([]);
  const files = Object.values(composed).flatMap(({ volumes }) =>
    volumes.filter((one) => one.startsWith("./")),
  );
  expect(files).toHaveLength(2);
  for (const file of files) expect([file, existsSync(`deploy/${file.split(":")[0]}`)]).toEqual([file, true]);
});

test("the image is made of files that there are, and runs as nobody special", () => {
  const dockerfile = read("Dockerfile");
  const [build = "", image = ""] = dockerfile.split(/^FROM node:24-slim$/m);
  const copied = [...build.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = ""]) =>
    files.split(" "),
  );
  expect(copied.length).toBeGreaterThan(10);
  expect(copied.filter((file) => !existsSync(file))).toEqual([]);
  const taken = [...image.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, files = ""]) =>
    files.split(" "),
  );
  const made = ["node_modules", ".next"];
  expect(
    taken
      .map((file) => file.replace("/app/", ""))
      .filter((file) => !copied.includes(file) && !made.includes(file)),
  ).toEqual([]);
  expect(image).toMatch(/^USER node$/m);
  expect(image).toMatch(/^HEALTHCHECK /m);
  expect(image).toMatch(/^ENTRYPOINT \["node", "--initial-heap-size=64", "bin\/run\.mjs"\]\nCMD \["web"\]$/m);
  const health = z.array(z.string()).parse(JSON.parse(/CMD (\[.*node.*fetch.*\])$/m.exec(image)?.[1] ?? ""));
  expect(() => new Function(health[2] ?? "(")).not.toThrow();
});

test("the image keeps the compiler of queries that the client asks for", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const build = /compilerBuild\s*=\s*"(\w+)"/.exec(schema)?.[1] ?? "fast";
  expect(read("prune-packages.sh")).toContain(`! -name "query_compiler_${build}_bg.postgresql*"`);
});

test("the chart starts programs with settings that there are, and asks for pages that there are", () => {
  const values = parse(read("helm/cobro/values.yaml"));
  expect(findUnknown(Object.keys(values.settings))).toEqual([]);
  const templates = readdirSync("deploy/helm/cobro/templates").map((file) =>
    read(`helm/cobro/templates/${file}`),
  );
  const kinds = templates
    .flatMap(parseTemplate)
    .map((one) => z.looseObject({ kind: z.string() }).parse(one).kind);
  expect(kinds.sort()).toEqual(
    ["ConfigMap", "Deployment", "Deployment", "HorizontalPodAutoscaler", "Ingress", "Job"].concat([
      "NetworkPolicy",
      "PodDisruptionBudget",
      "Service",
      "ServiceMonitor",
    ]),
  );
  const all = templates.join("\n");
  const started = [...all.matchAll(/args: \[(\w+)\]/g)].map(([, name]) => name);
  expect(started.sort()).toEqual(["migrate", "web", "worker"]);
  for (const [, page] of all.matchAll(/httpGet: \{ path: (\S+),/g))
    expect(existsSync(`app${page}/route.ts`)).toBe(true);
  // Each value that a template takes has a default.
  for (const [, name = ""] of all.matchAll(/\.Values\.([\w.]+)/g)) {
    const found = name.split(".").reduce((value, part) => value?.[part], values);
    expect([name, found === undefined]).toEqual([name, false]);
  }
});

test("each unit of systemd and each command in the text is one that there is", () => {
  const units = readdirSync("deploy/systemd").map((file) => read(`systemd/${file}`));
  expect(units).toHaveLength(3);
  const commands = [...units, read("README.md"), read("Dockerfile")].join("\n");
  const started = [...commands.matchAll(/node (?:--\S+ )?bin\/run\.mjs (\w+)/g)].map(([, name]) => name);
  expect(started).toEqual(["migrate", "web", "worker"]);
  for (const name of [...started, "admin"]) expect(programs).toContain(name);
  const names = units.flatMap((unit) =>
    [...unit.matchAll(/^Environment=(\w+)/gm)].map(([, name = ""]) => name),
  );
  expect(findUnknown(names)).toEqual([]);
  for (const unit of units)
    for (const [, other = ""] of unit.matchAll(/(cobro-\w+\.service)/g)) {
      expect(readdirSync("deploy/systemd")).toContain(other);
    }
});
