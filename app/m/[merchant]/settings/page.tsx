import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { leave } from "@/app/m/[merchant]/settings/actions";
import { isolateReversed } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { may } from "@/lib/domain/members/permissions";
import { getTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** Links to all settings that a role may see, and the button to leave the team. */
export default async function SettingsPage({ params }: PageProps<"/m/[merchant]/settings">) {
  const { merchant, role, till } = await requireMember((await params).merchant, "links:read");
  const t = await getTranslations("settings");
  const audit = await getTranslations("audit");
  const templates = await getTranslations("templates");
  const tills = await getTranslations("tills");
  const pin = await getTranslations("pin");
  const customers = await getTranslations("customers");
  const paths = merchantPaths(merchant.slug);
  const places = [
    ...(may(role, "settings:manage")
      ? [{ href: paths.general, icon: "shop", label: t("general"), text: t("generalText") } as const]
      : []),
    ...(may(role, "templates:manage")
      ? [
          {
            href: paths.templates,
            icon: "repeat",
            label: templates("title"),
            text: templates("text"),
          } as const,
        ]
      : []),
    ...(may(role, "team:manage")
      ? [{ href: paths.team, icon: "person", label: t("team"), text: t("teamText") } as const]
      : []),
    ...(may(role, "tills:manage")
      ? [{ href: paths.tills, icon: "lock", label: tills("title"), text: tills("text") } as const]
      : []),
    ...(may(role, "pin:choose") && !till?.isByPin
      ? [{ href: paths.pin, icon: "keyboard", label: pin("title"), text: pin("text") } as const]
      : []),
    ...(may(role, "api-keys:manage")
      ? [{ href: paths.apiKeys, icon: "key", label: t("keys"), text: t("keysText") } as const]
      : []),
    ...(may(role, "customers:remove")
      ? [
          {
            href: paths.customers,
            icon: "cross",
            label: customers("title"),
            text: customers("short"),
          } as const,
        ]
      : []),
    ...(may(role, "audit:read")
      ? [{ href: paths.audit, icon: "clock", label: audit("title"), text: audit("intro") } as const]
      : []),
  ];
  return (
    <div className="grid max-w-xl gap-8">
      <PageTitle>{t("title")}</PageTitle>
      <FrameCheck member={{ merchant, role }} />
      {places.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {places.map(({ href, icon, label, text }) => (
            <li key={href}>
              <PageLink href={href} className="flex min-h-16 items-center gap-4 py-3 no-underline">
                <Icon name={icon} />
                <span className="grid min-w-0">
                  <span className="font-bold">{label}</span>
                  <span className="text-small text-muted">{text}</span>
                </span>
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      {may(role, "team:leave") && !till?.isByPin && (
        <section className="grid gap-3">
          <div>
            <h2>{t("leaveTitle")}</h2>
            <p className="text-muted">{t("leaveText")}</p>
          </div>
          <ActionButton action={leave} name="leave" pending={t("leaving")} className="button-quiet">
            {t("leave", { merchant: isolateReversed(merchant.name) })}
          </ActionButton>
        </section>
      )}
    </div>
  );
}
