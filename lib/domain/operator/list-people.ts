import { type ListedPerson, listPeople } from "@/lib/domain/operator/store";
import { readBatches } from "@/lib/platform/keyset";

// For `npm run admin` only: these use-cases act across merchants, and no page may use them.

const batch = 200;

/** Everybody who has an account, by email address. */
export async function* allPeople(): AsyncGenerator<ListedPerson> {
  for await (const people of readBatches(batch, listPeople, ({ email }) => email)) yield* people;
}
