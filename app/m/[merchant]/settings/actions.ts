"use server";

import { redirect } from "next/navigation";
import { leaveTeam } from "@/lib/domain/members/change-team";
import { memberAction } from "@/lib/web/action";

export const leave = memberAction("team:leave", { fields: [] }, async ({ merchantId, person, ip }) => {
  const left = await leaveTeam({ merchantId, actor: { userId: person.id, ip } });
  if (!left.ok) return { errors: { form: left.code } };
  redirect("/m");
});
