import { CancelLink } from "@/app/m/[merchant]/links/[linkId]/_cancel/cancel-link";
import { isUpstreamOut } from "@/app/m/[merchant]/links/[linkId]/_cancel/is-upstream-out";
import { getLastShared } from "@/app/m/[merchant]/links/[linkId]/_share/last-shared";
import { SharePanel } from "@/app/m/[merchant]/links/[linkId]/_share/share-panel";
import { isolate } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { parsePhone } from "@/lib/core/phone";
import { may } from "@/lib/domain/members/permissions";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { isShareable, type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";
import { ModeTag } from "@/lib/ui/mode-tag";
import { HeroMoney } from "@/lib/ui/money";
import { PageLink } from "@/lib/ui/page-link";
import { StateBadge } from "@/lib/ui/state-badge";
import { getCustomerLanguage } from "@/lib/web/customer-language";
import type { Member } from "@/lib/web/require-member";
import { cancelAndGoOn, markAndGoOn } from "./actions";

/** One open link, and what can be done about it: share it again, mark it as paid, cancel it. */
export async function OpenLinkCard({
  link,
  member: { merchant, view, role },
  search,
  when,
}: {
  link: PaymentLink;
  member: Pick<Member, "merchant" | "view" | "role">;
  /** Which close is gone through. */
  search: string;
  when: string;
}) {
  const t = await getTranslations("link");
  const paid = await getTranslations("paid");
  const close = await getTranslations("close");
  const { timeline = [], notes } = (await readLinkPage(view, link.id)) ?? {};
  const phone = parsePhone(notes?.customerPhone ?? "", null);
  const path = merchantPaths(merchant.slug).link(link.id);
  const fields = { linkId: link.id, search };
  const { amountMinor, currency } = link;
  return (
    <article className="grid gap-5">
      <LinkCardFrame
        mode={<ModeTag mode={link.mode} />}
        state={<StateBadge state={toShownState(link)} />}
        amount={
          amountMinor === null || !currency ? (
            <p className="text-title font-bold text-muted">{t("noAmount")}</p>
          ) : (
            <HeroMoney {...{ amountMinor, currency }} />
          )
        }
        description={link.description ?? t("noDescription")}
        reference={link.reference && t("reference", { reference: link.reference })}
      >
        <div className="grid grid-cols-1 gap-1 text-small wrap-anywhere text-muted">
          {notes?.customerName && (
            <p className="font-bold text-ink">
              <bdi>{notes.customerName}</bdi>
            </p>
          )}
          <p>
            <IsolatedText>
              {link.createdBy ? t("madeBy", { name: isolate(link.createdBy.name) }) : t("madeElsewhere")}
            </IsolatedText>
            , {when}
          </p>
          <PageLink href={path} className="link touch w-fit text-small">
            {close("openPage")}
          </PageLink>
        </div>
      </LinkCardFrame>
      {may(role, "links:share") && isShareable(link) && (
        <SharePanel
          {...{ link, merchant, path, language: await getCustomerLanguage(merchant) }}
          phone={phone.ok ? phone.value : null}
          lastShared={getLastShared(timeline)}
        />
      )}
      {may(role, "links:mark-paid") && (
        <ActionButton
          action={markAndGoOn}
          name="mark-paid"
          pending={paid("marking")}
          className="button-quiet"
          fields={fields}
        >
          {paid("mark")}
        </ActionButton>
      )}
      {may(role, "links:cancel") && (
        <CancelLink
          action={cancelAndGoOn}
          fields={fields}
          isUpstreamOut={isUpstreamOut(timeline, merchant)}
          replacePath={null}
        />
      )}
    </article>
  );
}
