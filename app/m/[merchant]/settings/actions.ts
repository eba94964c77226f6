"use server";

import { redirect } from "next/navigation";
import { memberAction } from "@/lib/auth/action";
import { leaveTeam } from "@/lib/members/team";

export const leave = memberAction("team:leave", { fields: [] }, async ({ merchantId, person, ip }) => {
  const left = await leaveTeam({ merchantId, actor: { userId: person.id, ip } });
  if (!left.ok) return { errors: { form: left.code } };
  redirect("/m");
});
