"use server";

import { redirect } from "next/navigation";
import { paths } from "@/lib/core/paths";
import { leaveTeam } from "@/lib/domain/members/change-team";
import { memberAction } from "@/lib/web/action";
import { noFields } from "@/lib/web/form-schema";

export const leave = memberAction(
  "team:leave",
  { needsProof: true, schema: noFields },
  async ({ merchantId, actor }) => {
    const left = await leaveTeam({ merchantId, actor });
    if (!left.ok) return { errors: { form: left.code } };
    redirect(paths.merchants);
  },
);
