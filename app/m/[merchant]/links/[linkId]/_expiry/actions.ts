"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { readExpiry } from "@/lib/core/link-expiry";
import { changeExpiry } from "@/lib/domain/payment-links/expiry/change-expiry";
import { memberAction } from "@/lib/web/action";
import { rowId, text } from "@/lib/web/form-schema";

/** Says when a link expires from now on, which reopens one that has expired. */
export const changeLinkExpiry = memberAction(
  "links:cancel",
  { schema: z.object({ linkId: rowId, expiry: text, expiryDay: text }) },
  async ({ view, actor, merchant, paths }, { linkId, ...form }) => {
    const expiry = readExpiry(form, merchant);
    if (!expiry.ok) return { errors: { expiryDay: expiry.code } };
    const wanted = { expiry: expiry.value ?? merchant.linkExpiry, timeZone: merchant.timeZone };
    const changed = await changeExpiry({ view, actor, id: linkId, ...wanted });
    if (!changed.ok) return { errors: { form: changed.code }, isChanged: true };
    redirect(paths.linkSavedAt(linkId, String(Date.now())));
  },
);
