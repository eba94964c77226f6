import type { Task } from "graphile-worker";
import { deliverMail } from "@/lib/mail/deliver-mail";
import { encryptedMailSchema } from "@/lib/platform/mail/schema";

/** Handles `send-mail`. When it throws, the queue tries again later. */
export const sendMail: Task = async (payload) => deliverMail(encryptedMailSchema.parse(payload));
