import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { addressWith } from "@/lib/core/address-with";
import { typedFilters } from "@/lib/core/filters";
import { isolate } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { parsePhone } from "@/lib/core/phone";
import { may } from "@/lib/domain/members/permissions";
import { historyFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { hasCandidates } from "@/lib/domain/payment-links/inbox/get-inbox";
import { isExpired, isShareable, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { formatMoney } from "@/lib/money/format-money";
import { isHandheld } from "@/lib/ui/handheld";
import { Icon } from "@/lib/ui/icon";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { getMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";
import { getCustomerLanguage } from "@/lib/web/customer-language";
import { otherAddress } from "@/lib/web/link-address";
import { cancelThisLink } from "./_cancel/actions";
import { CancelLink } from "./_cancel/cancel-link";
import { CancelledNotice } from "./_cancel/cancelled-notice";
import { isUpstreamOut } from "./_cancel/is-upstream-out";
import { LinkCard } from "./_card/link-card";
import { LinkTools } from "./_card/link-tools";
import { loadLinkPage } from "./_card/load-link";
import { MatchedNotice } from "./_card/matched-notice";
import { NextCustomer } from "./_card/next-customer";
import { Timeline } from "./_card/timeline";
import { ExpiredNotice, LinkExpiry } from "./_expiry/link-expiry";
import { LinkNotes } from "./_notes/link-notes";
import { LinkOpenings } from "./_openings/link-openings";
import { MarkPaidButton } from "./_paid/mark-button";
import { PaidNotice } from "./_paid/paid-notice";
import { PointedNotice } from "./_point/pointed-notice";
import { getLastShared } from "./_share/last-shared";
import { ShareMore } from "./_share/share-more";
import { ShareNumberHere } from "./_share/share-number-here";
import { SharePanel } from "./_share/share-panel";

type Props = PageProps<"/m/[merchant]/links/[linkId]">;

async function amountText({ amountMinor, currency }: PaymentLink): Promise<string> {
  const t = await getTranslations("link");
  return amountMinor === null || !currency
    ? t("noAmount")
    : formatMoney(amountMinor, currency, await getLocale());
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { link } = await loadLinkPage(params);
  return { title: (await getTranslations("link"))("title", { amount: await amountText(link) }) };
}

export default async function LinkPage({ params, searchParams }: Props) {
  const page = await loadLinkPage(params);
  const { merchant, merchantId, role, link, path } = page;
  const query = await searchParams;
  const { ways, saved, anyway } = query;
  const search = typedFilters(historyFilters, query);
  const t = await getTranslations("link");
  const when = (await getMoments(merchant.timeZone)).toText(link.createdAt);
  const paths = merchantPaths(merchant.slug);
  const inbox =
    link.state === "unknown" && may(role, "links:resolve")
      ? { path: paths.inbox, hasCandidates: await hasCandidates(merchantId, link) }
      : null;
  const mayShare = may(role, "links:share");
  const mayNote = may(role, "links:note");
  const mayMark = may(role, "links:mark-paid");
  // What is marked as paid is shown again only when somebody insists.
  const isHeldBack = link.markedPaidAt !== null && anyway === undefined;
  const mayCancel = may(role, "links:cancel");
  const { timeline, notes, usedTags, paid, cancelled, pointedId } = page;
  const isReady = link.state === "ready";
  const isOut = isUpstreamOut(timeline, merchant);
  const savedKey = typeof saved === "string" ? saved : "";
  const expiring = { link, merchant, isUpstreamOut: isOut, mayChange: mayCancel, savedKey };
  const phone = parsePhone(notes.customerPhone, null);
  const share = mayShare &&
    !isHeldBack &&
    isShareable(link) && {
      ...{ link, merchant, language: await getCustomerLanguage(merchant), path },
      phone: phone.ok ? phone.value : null,
    };
  // A desk has room for what is folded away on a phone.
  const isUnfolded = !(await isHandheld());
  return (
    <article className="link-page grid max-w-md gap-5 snug:gap-3 max-lg:mx-auto wide:max-w-none wide:grid-cols-[26rem_minmax(0,1fr)] wide:items-start wide:gap-x-8">
      <h1 className="sr-only">{t("title", { amount: await amountText(link) })}</h1>
      <FrameCheck member={{ merchant, role }} />
      <div className="grid gap-5 snug:gap-3">
        {Object.values(search).some(Boolean) && (
          <PageLink
            href={addressWith(paths.links, search)}
            className="link touch w-fit gap-1 text-small snug:-my-2 desk:hidden"
          >
            <Icon name="chevron" className="size-4 rotate-90" />
            {(await getTranslations("print"))("backToHistory")}
          </PageLink>
        )}
        {link.isMatched && may(role, "links:resolve") && <MatchedNotice link={link} />}
        {paid && (
          <PaidNotice
            linkId={link.id}
            mark={paid}
            timeZone={merchant.timeZone}
            mayChange={mayMark}
            savedKey={savedKey}
          />
        )}
        {cancelled && (
          <CancelledNotice
            linkId={link.id}
            cancellation={cancelled}
            timeZone={merchant.timeZone}
            isUpstreamOut={isOut}
            mayUndo={mayCancel && cancelled.isUndoable}
            toPath={paths.link}
          />
        )}
        {link.pointsToCode !== null && (
          <PointedNotice
            linkId={link.id}
            targetPath={pointedId === null ? null : paths.link(pointedId)}
            pointPath={paths.pointCode(link.id)}
            mayChange={mayCancel}
          />
        )}
        {isReady && !cancelled && <ExpiredNotice {...expiring} />}
        <LinkCard
          {...{ link, path, inbox, mayShare }}
          anywayPath={isHeldBack ? addressWith(path, { ...search, anyway: "1" }) : null}
        />
        {isReady && <LinkOpenings {...{ link, path }} isShort={merchant.shortAddresses} />}
        {share && <SharePanel {...share} lastShared={getLastShared(timeline)} />}
        <div className="grid auto-cols-fr grid-flow-col gap-2 empty:hidden">
          {mayMark && isReady && link.markedPaidAt === null && <MarkPaidButton linkId={link.id} />}
          {isReady && may(role, "links:create") && (
            <NextCustomer href={paths.newLinkIn(link.currency ?? "")} className="button button-quiet">
              {(await getTranslations("share"))("nextCustomer")}
            </NextCustomer>
          )}
        </div>
        {share && <ShareNumberHere {...share} mayKeep={mayNote} />}
        {isReady && !cancelled && !isExpired(link) && <LinkExpiry {...expiring} />}
        {mayCancel && isReady && !cancelled && (
          <CancelLink
            action={cancelThisLink}
            fields={{ linkId: link.id }}
            isUpstreamOut={isOut}
            replacePath={
              may(role, "links:create") && link.mode === merchant.mode ? paths.replaceLink(link.id) : null
            }
          />
        )}
      </div>
      {/* A column of its own on a large desk. */}
      <div className="grid grid-cols-1 gap-5 snug:gap-3">
        {share && (
          <ShareMore
            {...share}
            pressed={ways === "open" || ways === "copy" ? ways : null}
            isOpen={isUnfolded}
            other={otherAddress(share.link)}
          />
        )}
        <LinkNotes
          {...{ linkId: link.id, notes, usedTags, merchant, search, historyPath: paths.links }}
          mayChange={mayNote}
          savedKey={savedKey}
        />
        <LinkTools
          link={link}
          path={path}
          search={search}
          newPath={may(role, "links:create") ? paths.newLink : null}
          pointPath={mayCancel && isReady && link.code ? paths.pointCode(link.id) : null}
          templatePath={may(role, "templates:manage") ? paths.templates : null}
        />
        <footer className="border-t border-line pt-4 text-small text-muted">
          <IsolatedText>
            {link.createdBy ? t("madeBy", { name: isolate(link.createdBy.name) }) : t("madeElsewhere")}
          </IsolatedText>
          , {when}
        </footer>
        <Timeline entries={timeline} timeZone={merchant.timeZone} isOpen={isUnfolded} />
      </div>
    </article>
  );
}
