import { notFound, redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import type { SessionRow } from "@/lib/domain/accounts/store";
import { isOperator } from "@/lib/domain/operator/change-operator";
import { requireSession } from "@/lib/web/session";

/** The session of an operator who has shown a second factor in it. For everybody else there is no such page. */
export async function requireOperator(): Promise<SessionRow> {
  const session = await requireSession();
  if (!(await isOperator(session.person.id))) notFound();
  if (session.secondFactorAt === null) redirect(paths.secondFactorThen(paths.admin));
  return session;
}
