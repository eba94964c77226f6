import pg from "pg";
import { writeDemo } from "@/bin/seed/demo";
import { demoDomain } from "@/bin/seed/demo-team";
import { HttpVisitor } from "@/tests/support/http-visitor";
import type { TestPortal } from "@/tests/support/portal";

/** The people who open the screens: the team of the demo business, and somebody who has just signed up. */
export type DemoPeople = {
  visitors: Record<"ana" | "lucia" | "elena" | "newcomer" | "nobodyYet", HttpVisitor>;
  /** `/m/<slug>` of the café, and of the new person's business, which has no key and no links. */
  cafe: string;
  bakery: string;
  /** Reads from the database what no page links to. */
  query: (text: string) => Promise<Record<string, string>[]>;
};

/** Writes the demo business into the portal's database, and signs its people in. */
export async function demoPeople({ url, adminUrl, settings }: TestPortal): Promise<DemoPeople> {
  const client = new pg.Client({ connectionString: settings.DATABASE_URL });
  await client.connect();
  const { password, slug } = await writeDemo(client, lastAfternoon()).finally(() => client.end());
  const signedIn = async (box: string) => {
    const http = new HttpVisitor(url);
    const answer = await http.submit("/login", 'name="password"', {
      email: `${box}@${demoDomain}`,
      password,
    });
    if (answer.status !== 303) throw new Error(`${box} could not sign in: ${answer.status}`);
    return http;
  };
  const signedUp = async (name: string, email: string) => {
    const http = new HttpVisitor(url);
    await http.submit("/signup", 'name="password"', { name, email, password: "correct horse battery" });
    return http;
  };
  const newcomer = await signedUp("Sofía Herrera", "sofia.herrera@la-espiga.example");
  const business = { name: "Panadería La Espiga", timeZone: "America/Costa_Rica" };
  const named = await newcomer.submit("/m/new", 'name="timeZone"', business);
  // The list of businesses is for people with several.
  await newcomer.submit("/m/new", 'name="timeZone"', { ...business, name: "Panadería La Espiga Centro" });
  const query = async (text: string) => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    return (await admin.query(text).finally(() => admin.end())).rows;
  };
  return {
    visitors: {
      ana: await signedIn("ana"),
      lucia: await signedIn("lucia"),
      elena: await signedIn("elena"),
      newcomer,
      nobodyYet: await signedUp("Tomás Araya", "tomas@example.com"),
    },
    cafe: `/m/${slug}`,
    bakery: (named.headers.get("location") ?? "").replace("/settings/api-keys", ""),
    query,
  };
}

/**
 * Half past four in the afternoon at the café, today or yesterday, so that its history always begins with a busy day.
 */
function lastAfternoon(): number {
  const hourMs = 3_600_000;
  const afternoon = new Date().setUTCHours(22, 30, 0, 0);
  return afternoon <= Date.now() ? afternoon : afternoon - 24 * hourMs;
}
