import type { ReactNode } from "react";
import { paths } from "@/lib/core/paths";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { Wordmark } from "@/lib/ui/wordmark";

/** The frame of a signed-in person's pages outside of a merchant. @param isWide for lists with columns. */
export function PersonShell({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  const t = useTranslations("nav");
  return (
    <div className={`mx-auto ${isWide ? "max-w-6xl" : "max-w-xl"} px-5 pt-[env(safe-area-inset-top)] pb-12`}>
      <header className="flex min-h-16 items-center justify-between">
        <PageLink href={paths.merchants} className="touch no-underline">
          <Wordmark />
        </PageLink>
        <PageLink href={paths.account} className="touch gap-2 text-small no-underline">
          <Icon name="person" />
          {t("account")}
        </PageLink>
      </header>
      <main className="grid gap-6 pt-6">{children}</main>
    </div>
  );
}
