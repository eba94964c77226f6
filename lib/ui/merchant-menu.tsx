import { isolateReversed } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { useTranslations } from "@/lib/i18n/translations";
import { PlainForm } from "@/lib/ui/form/plain-form";
import { Icon, type IconName } from "@/lib/ui/icon";
import { MerchantLogo } from "@/lib/ui/merchant-logo";
import { PageLink } from "@/lib/ui/page-link";
import { Mark } from "@/lib/ui/wordmark";

function item(icon: IconName): string {
  return `menu-item i-${icon}`;
}

/** The merchant's name on every page. It opens a menu with the person's other merchants and "sign out". */
export function MerchantMenu({
  merchant,
  hasOthers,
  settingsPath,
  signOut,
  byPin,
}: {
  merchant: { slug: string; name: string; logoVersion: string | null };
  /** Whether there is a merchant to switch to. Whoever has one only is not shown a list of one. */
  hasOthers: boolean;
  settingsPath: string;
  signOut: () => Promise<void>;
  /** Who has shown only a PIN. What that is not enough for is replaced by the way to sign in. */
  byPin: string | null;
}) {
  const t = useTranslations("nav");
  const shortcuts = useTranslations("shortcuts");
  const till = useTranslations("till");
  return (
    <details data-menu="" className="group relative min-w-0 lg:w-full">
      <summary aria-label={t("menu", { merchant: isolateReversed(merchant.name) })} className="menu-opener">
        <MerchantLogo merchant={merchant} pixels={28}>
          <Mark className="size-6" />
        </MerchantLogo>
        <bdi className="menu-name">{merchant.name}</bdi>
        <Icon name="chevron" className="size-4 group-open:rotate-180 max-[15rem]:hidden" />
      </summary>
      <div className="menu">
        {byPin === null ? (
          <OwnPlaces hasOthers={hasOthers} settingsPath={settingsPath} />
        ) : (
          <>
            <p className="truncate px-4 py-2 font-bold">
              <bdi>{byPin}</bdi>
            </p>
            <PageLink href={paths.loginThen(merchantPaths(merchant.slug).home)} className={item("person")}>
              {till("signIn")}
            </PageLink>
          </>
        )}
        <button type="button" data-opens-help="" data-key="?" className={`${item("keyboard")} max-lg:hidden`}>
          {shortcuts("open")}
        </button>
        {byPin === null && (
          <PlainForm action={signOut} name="sign-out" endsSession losesDrafts>
            <button type="submit" className={item("external")}>
              {t("signOut")}
            </button>
          </PlainForm>
        )}
      </div>
    </details>
  );
}

/** The settings, and the person's account and other merchants. */
function OwnPlaces({ hasOthers, settingsPath }: { hasOthers: boolean; settingsPath: string }) {
  const t = useTranslations("nav");
  return (
    <>
      {hasOthers && (
        <PageLink href={paths.merchants} className={item("shop")}>
          {t("switch")}
        </PageLink>
      )}
      <PageLink href={settingsPath} className={item("gear")}>
        {t("settings")}
      </PageLink>
      <PageLink href={paths.account} className={item("person")}>
        {t("account")}
      </PageLink>
      {!hasOthers && (
        <PageLink href={paths.newMerchant} className={item("plus")}>
          {t("create")}
        </PageLink>
      )}
    </>
  );
}
