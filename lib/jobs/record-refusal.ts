import type { Task } from "graphile-worker";
import * as z from "zod";
import { recordForPerson } from "@/lib/domain/members/record-for-person";

const refusal = z.object({ userId: z.uuid(), ip: z.string().nullable() });

/** Handles `record-refusal`: a wrong password. Where there is no account, the id is nobody's. */
export const recordRefusal: Task = async (payload) => {
  const { userId, ip } = refusal.parse(payload);
  await recordForPerson(userId, "session.refused", { by: null, ip });
};
