import type { Person } from "@/lib/domain/accounts/store";
import type { Actor } from "@/lib/domain/audit/schema";
import { clientIp } from "@/lib/web/session";

/** The person of this request as the audit log names them, with the shared till that they use. */
export async function getActor({
  person,
  till,
}: {
  person: Person;
  till?: { name: string } | null;
}): Promise<Actor> {
  return { userId: person.id, ip: await clientIp(), ...(till && { till: till.name }) };
}
