import { account } from "@/lib/ui/messages/en/account";
import { errors } from "@/lib/ui/messages/en/errors";
import { links } from "@/lib/ui/messages/en/links";
import { portal } from "@/lib/ui/messages/en/portal";

export const en = { ...account, ...portal, ...links, errors } as const;
