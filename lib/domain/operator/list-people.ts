import { type ListedPerson, listPeople } from "@/lib/domain/operator/store";

// What an operator may do across merchants, by `npm run admin`. No page reaches it.

const pageSize = 200;

/** Everybody who has an account, by e-mail address. */
export async function* allPeople(): AsyncGenerator<ListedPerson> {
  let after = "";
  for (;;) {
    const people = await listPeople(after, pageSize);
    yield* people;
    if (people.length < pageSize) return;
    after = people.at(-1)?.email ?? "";
  }
}
