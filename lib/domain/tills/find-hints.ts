/** The fewest characters of an address that are shown. */
const fewest = 3;

type Named = { userId: string; name: string; email: string };

/**
 * What to show beside the names of people who have the same one, by user id: the beginning of their addresses, as far as
 * it takes to tell them apart. Everybody else's address stays off a screen that stands at a counter.
 */
export function findHints(people: readonly Named[]): Map<string, string> {
  const byName = new Map<string, Named[]>();
  for (const person of people) {
    const name = simplify(person.name);
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  const hints = new Map<string, string>();
  for (const namesakes of byName.values()) {
    if (namesakes.length === 1) continue;
    const length = findLength(namesakes.map(({ email }) => email));
    for (const { userId, email } of namesakes) {
      hints.set(userId, email.length > length ? `${email.slice(0, length)}…` : email);
    }
  }
  return hints;
}

/** Nobody sees the difference between "José" and "jose" on a button. */
function simplify(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();
}

function findLength(emails: string[]): number {
  const longest = Math.max(...emails.map(({ length }) => length));
  let length = fewest;
  while (length < longest && new Set(emails.map((email) => email.slice(0, length))).size < emails.length)
    length += 1;
  return length;
}
