import { findFaults } from "@/lib/platform/health/readiness";

export const dynamic = "force-dynamic";

/**
 * Answers 200 when the process can answer requests: the database is reached and migrated to this version, the portal may
 * become each of its roles, and the secrets are those that the database was used with. Otherwise 503, within two seconds,
 * with a code for each fault.
 */
export async function GET(): Promise<Response> {
  const faults = await findFaults();
  return Response.json(
    { status: faults.length === 0 ? "ok" : "unavailable", ...(faults.length > 0 && { faults }) },
    { status: faults.length === 0 ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
