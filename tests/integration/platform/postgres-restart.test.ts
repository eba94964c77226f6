import { expect, test } from "vitest";
import { startCreator } from "@/tools/campaign/creator";
import { inEnvironment } from "@/tools/campaign/environment";
import { restartDuringCreation } from "@/tools/campaign/postgres-restarts";

test("Postgres restarts under one process that creates links: nothing is lost, and it goes on by itself", async () => {
  await inEnvironment({}, async (environment) => {
    const creator = await startCreator(environment.settings);
    environment.later(() => creator.child.kill());
    const report = await restartDuringCreation(environment, creator, { restarts: 3, clients: 8, seed: 1 });
    expect(report).toMatchObject({ lost: [], outcomesLost: 0 });
    expect(report.answered).toBeGreaterThan(0);
    // Otherwise the restarts affected no creation at all.
    expect(report.failed).toBeGreaterThan(0);
    expect(Math.max(...report.backMs)).toBeLessThan(10_000);
    expect(creator.child.exitCode ?? creator.child.signalCode).toBeNull();
  });
}, 60_000);
