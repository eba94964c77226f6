import type { Metadata } from "next";
import { findPasskeyOffer, PasskeyOffer } from "@/app/account/_factors/passkey-offer";
import { signOut } from "@/app/account/actions";
import { shortcutsAreOn } from "@/app/m/[merchant]/_shortcuts/shortcuts-are-on";
import { isolateReversed } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths as personPaths } from "@/lib/core/paths";
import { may } from "@/lib/domain/members/permissions";
import { mustHaveSecondFactor } from "@/lib/domain/members/second-factor-rule";
import { inboxCount } from "@/lib/domain/payment-links/inbox/get-inbox";
import { getPersonZone, zoneCookie } from "@/lib/i18n/person-zone";
import { getTranslations } from "@/lib/i18n/translations";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { accentStyle } from "@/lib/ui/accent";
import { FrameShown } from "@/lib/ui/frame";
import { InstalledDownloads } from "@/lib/ui/installed/installed-downloads";
import { MerchantMenu } from "@/lib/ui/merchant-menu";
import { ModeEdge, ModeTag } from "@/lib/ui/mode-tag";
import { RememberZone } from "@/lib/ui/moments/remember-zone";
import { NavLinks } from "@/lib/ui/nav-links";
import { OfflineEnd, OfflineKeeper } from "@/lib/ui/offline/keeper";
import { OfflineBadge } from "@/lib/ui/offline-badge";
import { readFrame } from "@/lib/web/frame";
import { offlineKeys } from "@/lib/web/offline-keys";
import { requireMember } from "@/lib/web/require-member";
import { currentSession } from "@/lib/web/session";
import { getFace } from "./_frame/frame-check";
import { KeyAlarm } from "./_frame/key-alarm";
import { SecondFactorNotice } from "./_frame/second-factor-notice";
import { Shortcuts } from "./_shortcuts/shortcuts";
import { TillLock } from "./_till/till-lock";

type Props = LayoutProps<"/m/[merchant]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // Without access, the layout below says so; if the title failed, that answer would have none.
  const member = await requireMember((await params).merchant, "links:read").catch(() => null);
  if (!member) return {};
  const { merchant } = member;
  return { title: { default: merchant.name, template: `%s · ${isolateReversed(merchant.name)}` } };
}

/** The frame of one merchant's portal: its name, color and mode on every page. */
export default async function MerchantLayout({ params, children }: Props) {
  const { person, merchant, view, role, till } = await requireMember((await params).merchant, "links:read");
  const frame = await readFrame();
  const t = await getTranslations("nav");
  const session = await currentSession();
  const needsSecondFactor = mustHaveSecondFactor({ role, merchant }) && session?.secondFactorAt === null;
  const passkeyOrigin = needsSecondFactor ? null : await findPasskeyOffer();
  const paths = merchantPaths(merchant.slug);
  const withKeys = await shortcutsAreOn();
  const items = [
    ...(may(role, "links:create")
      ? [{ href: paths.newLink, icon: "plus", label: t("new"), keys: "c" } as const]
      : []),
    { href: paths.links, icon: "list", label: t("history"), keys: "g h" } as const,
    ...(may(role, "links:resolve")
      ? [
          {
            href: paths.inbox,
            icon: "inbox",
            label: t("inbox"),
            keys: "g i",
            count: view.onlyBy === null ? (frame?.news?.waiting ?? 0) : await inboxCount(view),
          } as const,
        ]
      : []),
    ...(may(role, "settings:manage")
      ? [{ href: paths.settings, icon: "gear", label: t("settings") } as const]
      : []),
  ];
  return (
    <div
      style={accentStyle(merchant.color)}
      className={`frame ${merchant.mode === "live" ? "[--edge:0px]" : "[--edge:0.5rem]"}`}
    >
      <a href="#content" className="button button-primary skip">
        {(await getTranslations("app"))("skip")}
      </a>
      <div className="sticky top-0 z-20 bg-paper lg:col-span-2">
        <ModeEdge mode={merchant.mode} />
      </div>
      <header className="top-bar">
        <div className="who">
          <MerchantMenu
            merchant={merchant}
            hasOthers={frame?.membership?.hasSeveral ?? false}
            settingsPath={paths.settings}
            signOut={signOut}
            byPin={till?.isByPin ? person.name : null}
          />
          <span className="flex shrink-0 items-center gap-2 lg:px-3">
            {till && (
              <TillLock idleMinutes={till.idleMinutes} label={(await getTranslations("till"))("lock")} />
            )}
            <OfflineBadge text={(await getTranslations("offline"))("badge")} />
            <ModeTag mode={merchant.mode} />
          </span>
        </div>
        <nav aria-label={t("main")} className="bar">
          <NavLinks items={items} withKeys={withKeys} />
        </nav>
        {passkeyOrigin !== null && (
          <PasskeyOffer
            origin={passkeyOrigin}
            place="rail"
            className="mt-auto hidden lg:grid low:hidden [.frame:has(.first-steps)_&]:hidden"
          />
        )}
      </header>
      <main id="content" className="page">
        <div className="notice empty:hidden">
          {session && !session.till ? (
            <OfflineKeeper {...offlineKeys(session)} slug={merchant.slug} />
          ) : (
            <OfflineEnd />
          )}
        </div>
        {frame?.news?.failingModes.includes(merchant.mode) && (
          <div className="notice">
            <KeyAlarm keyPage={may(role, "api-keys:manage") ? paths.apiKeys : null} />
          </div>
        )}
        {needsSecondFactor && (
          <div className="notice">
            <SecondFactorNotice setUpPath={personPaths.secondFactorThen(paths.home)} />
          </div>
        )}
        <FrameShown mode={merchant.mode} face={getFace({ merchant, role })}>
          {children}
        </FrameShown>
        {passkeyOrigin !== null && (
          <PasskeyOffer
            origin={passkeyOrigin}
            place="page"
            className="mt-10 max-w-xl lg:hidden [main:has(.till,.first-steps)_&]:hidden"
          />
        )}
      </main>
      <RememberZone
        cookie={{ name: zoneCookie(), isSecure: isSecureOrigin() }}
        known={await getPersonZone()}
        merchantZone={merchant.timeZone}
      />
      <InstalledDownloads />
      <Shortcuts areOn={withKeys} cookie={{ name: cookieName("shortcuts"), isSecure: isSecureOrigin() }} />
    </div>
  );
}
