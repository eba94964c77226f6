import type { Task } from "graphile-worker";
import { deliverMail } from "@/lib/mail/deliver-mail";
import { sealedMailSchema } from "@/lib/mail/schema";

/** The handler of `send-mail`. What it throws, the queue tries again later. */
export const sendMail: Task = async (payload) => deliverMail(sealedMailSchema.parse(payload));
