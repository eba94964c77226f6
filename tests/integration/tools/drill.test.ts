import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox } from "@/tests/support/sandbox";
import { copyDatabase } from "@/tools/campaign/drill/copy-database";
import { runDrill } from "@/tools/campaign/drill/run-drill";

process.env.LOG_LEVEL = "silent";
process.env.PAYMENT_LINKS_TIMEOUT_MS = "1000";
const { adminUrl } = await freshDatabase();
const sandbox = await startTestSandbox();
process.env.PAYMENT_LINKS_API_URL = sandbox.url;
afterAll(() => sandbox.close());

test("after a restore every link that upstream has is here once, and nothing is sent again", async () => {
  const method = copyDatabase(adminUrl, "cobro");
  const options = { adminUrl, sandboxUrl: sandbox.url, method, merchants: 2, before: 3, after: 4 };
  const { auditRows, ...report } = await runDrill(options);
  expect(report).toMatchObject({
    // 3 and 4 links, one without an answer, and three of a table.
    ...{ upstream: 2 * (3 + 4 + 1 + 3), lost: [], twice: [], repeated: 0 },
    ...{ pausedTables: 2, unconfirmed: 2 },
  });
  expect(auditRows).toMatchObject({ back: auditRows.saved, findings: 0 });
});
