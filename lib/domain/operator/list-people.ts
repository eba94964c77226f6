import { type ListedPerson, listPeople } from "@/lib/domain/operator/store";
import { readBatches } from "@/lib/platform/keyset";

// What an operator may do across merchants, by `npm run admin`. No page reaches it.

const batch = 200;

/** Everybody who has an account, by e-mail address. */
export async function* allPeople(): AsyncGenerator<ListedPerson> {
  for await (const people of readBatches(batch, listPeople, ({ email }) => email)) yield* people;
}
