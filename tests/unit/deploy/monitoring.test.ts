import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { addWorkMetrics } from "@/lib/jobs/work-metrics";
import { metrics } from "@/lib/platform/metrics/metrics";

const alerts = readFileSync("deploy/monitoring/alerts.yaml", "utf8");
const dashboard = readFileSync("deploy/monitoring/dashboard.json", "utf8");

test("each metric that an alert or the dashboard names is one that the program has", () => {
  addWorkMetrics();
  const known = metrics()
    .registry.getMetricsAsArray()
    .map(({ name }) => name);
  const named = `${alerts}${dashboard}`.match(/\b(?:cobro|nodejs|process)_[a-z\d_]+/g) ?? [];
  expect(named.length).toBeGreaterThan(20);
  const unknown = named.filter((name) => !known.includes(name.replace(/_(bucket|sum|count)$/, "")));
  expect(unknown).toEqual([]);
  // What is counted is shown to somebody.
  const ours = known.filter((name) => name.startsWith("cobro_"));
  expect(ours.filter((name) => !dashboard.includes(name))).toEqual([]);
});

test("the alerts are rules with a name, an expression and a sentence", () => {
  const { groups } = parse(alerts);
  const rules = groups[0].rules;
  expect(rules.length).toBeGreaterThan(8);
  for (const rule of rules) {
    expect(rule).toMatchObject({
      alert: expect.stringMatching(/^Cobro\w+$/),
      expr: expect.stringMatching(/[<>=] [\d.]+/),
      annotations: { summary: expect.stringMatching(/[.?]$/) },
    });
  }
});

test("without a database the other signals are still there, and no old value of what waits", async () => {
  const text = await metrics().registry.metrics();
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).not.toMatch(/^cobro_(links|queue|sync)\w*[ {]/m);
});
