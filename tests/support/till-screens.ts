import { nobody, type Owner } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";
import type { Screen } from "@/tests/support/screens";

const pin = "4071";

/** The lock screen of a shared till, with two people of one name, the pad for a PIN, and the owner's list of tills. */
export async function tillScreens(owner: Owner): Promise<Screen[]> {
  const tills = `${owner.path}/settings/tills`;
  const people = [owner, await teammate(owner, "cashier"), await teammate(owner, "cashier")];
  for (const { http, person } of people) {
    await http.submit(`${owner.path}/settings/pin`, 'name="again"', { pin, again: pin });
    if (person !== owner.person)
      await asSuperuser("UPDATE users SET name = 'María de los Ángeles Rodríguez' WHERE email = $1", [
        person.email,
      ]);
  }
  const till = nobody();
  const { email, password } = owner.person;
  await till.submit("/login", 'name="password"', { email, password });
  await till.submit(tills, 'name="name"', { name: "The counter beside the window" });
  const { rows } = await asSuperuser("SELECT id FROM users WHERE email = $1", [people.at(-1)?.person.email]);
  return [
    { name: "lock screen", path: "/till", http: till },
    { name: "lock screen, PIN", path: `/till?person=${rows[0].id}`, http: till },
    { name: "tills", path: tills, http: owner.http },
  ];
}

/** Asks for a proof, because the last one is long ago. */
export async function proofScreen(owner: Owner): Promise<Screen> {
  const { http, person } = await teammate(owner, "cashier");
  await asSuperuser(
    "UPDATE sessions SET proven_at = now() - interval '1 day' FROM users WHERE users.id = user_id AND email = $1",
    [person.email],
  );
  return { name: "proof", path: "/account/confirm?next=/account/password", http };
}
