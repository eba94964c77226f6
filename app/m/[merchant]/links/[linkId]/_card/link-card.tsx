import { ShowLink } from "@/app/m/[merchant]/links/[linkId]/_full-screen/show-link";
import { showPath } from "@/app/m/[merchant]/links/[linkId]/_full-screen/show-path";
import { PaidWarning } from "@/app/m/[merchant]/links/[linkId]/_paid/paid-warning";
import { ShareAddress } from "@/app/m/[merchant]/links/[linkId]/_share/share-address";
import {
  isShareable,
  type PaymentLink,
  type ShareableLink,
  toShownState,
} from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";
import { ModeTag } from "@/lib/ui/mode-tag";
import { HeroMoney } from "@/lib/ui/money";
import { StateBadge } from "@/lib/ui/state-badge";
import { type LinkInbox, NotPayable } from "./not-payable";
import { QrCode } from "./qr-code";

type Props = {
  link: PaymentLink;
  path: string;
  inbox: LinkInbox | null;
  /** Whether the person may share the link. */
  mayShare: boolean;
  /** Where the code is shown nevertheless, when it is not shown because the link is marked as paid. */
  anywayPath: string | null;
};

/** The main element of a link's page: its amount, description, address and state. */
export function LinkCard({ link, path, inbox, mayShare, anywayPath }: Props) {
  const t = useTranslations("link");
  const { amountMinor, currency, description } = link;
  return (
    <LinkCardFrame
      mode={<ModeTag mode={link.mode} />}
      state={<StateBadge state={toShownState(link)} />}
      amount={
        amountMinor === null || !currency ? (
          <p className="text-title font-bold text-muted">{t("noAmount")}</p>
        ) : (
          <HeroMoney amountMinor={amountMinor} currency={currency} />
        )
      }
      description={description ?? t("noDescription")}
      reference={link.reference && t("reference", { reference: link.reference })}
    >
      {isShareable(link) && anywayPath !== null ? (
        <PaidWarning anywayPath={anywayPath} />
      ) : isShareable(link) ? (
        <Payable link={link} path={path} mayShare={mayShare} />
      ) : (
        <NotPayable link={link} path={path} inbox={inbox} />
      )}
    </LinkCardFrame>
  );
}

function Payable({ link, path, mayShare }: { link: ShareableLink; path: string; mayShare: boolean }) {
  const t = useTranslations("link");
  const share = useTranslations("share");
  const code = <QrCode link={link} className="fill-in w-full rounded-box p-1" />;
  if (!mayShare) {
    return (
      <div className="grid gap-4">
        <div className="code-box">{code}</div>
        <p className="font-mono text-small wrap-anywhere select-all">{link.address}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <ShowLink path={path} showPath={showPath(path, link)} className="code-box grid justify-items-center">
        {code}
        <span className="touch gap-2 text-small font-bold snug:min-h-7">
          <Icon name="expand" className="size-4" />
          {share("fullScreen")}
        </span>
      </ShowLink>
      <ShareAddress
        path={path}
        url={link.address}
        label={share("copyAddress")}
        labels={{ copied: t("copied"), byHand: t("copyByHand") }}
      />
    </div>
  );
}
