"use client";

import { qrPicture } from "@/lib/rendering/qr/qr-picture";
import { qrPaths } from "@/lib/rendering/qr/qr-svg";
import { HeroAmount } from "@/lib/ui/hero-amount";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";
import { ModeMark } from "@/lib/ui/mode-mark";
import type { LastSeen, SeenLink } from "@/lib/ui/offline/last-seen";
import { StateMark } from "@/lib/ui/state-mark";
import type { ShellLabels } from "./shell-labels";
import { payableAddress, showState, showTime } from "./show-seen";

/** One link as it was last seen, with its code while a customer could pay it. */
export function SeenLinkView({
  seen,
  locale,
  labels,
  id,
}: {
  seen: LastSeen;
  locale: string;
  labels: ShellLabels;
  id: string;
}) {
  const link = seen.links.find((one) => one.id === id);
  if (!link) return <p className="text-muted">{labels.notSeenText}</p>;
  const { amountMinor, currency, description, reference, mode } = link;
  const state = showState(link, seen);
  const address = payableAddress(link, seen);
  return (
    <article className="grid max-w-md gap-5 snug:gap-3 max-lg:mx-auto">
      <p role="status" className="text-small font-bold">
        {labels.asOf.replace("%time%", showTime(seen.asOf, seen, locale))}
      </p>
      <LinkCardFrame
        mode={<ModeMark mode={mode}>{labels.modes[mode]}</ModeMark>}
        state={<StateMark state={state}>{labels.states[state]}</StateMark>}
        amount={
          amountMinor === null || !currency ? (
            <p className="text-title font-bold text-muted">{labels.link.noAmount}</p>
          ) : (
            <HeroAmount {...{ amountMinor, currency, locale }} />
          )
        }
        description={description ?? labels.link.noDescription}
        reference={reference && labels.link.reference.replace("%reference%", reference)}
      >
        {address === null ? (
          <p className="text-muted">{labels.notPayable}</p>
        ) : (
          <Payable {...{ address, mode }} label={labels.link.qr} />
        )}
      </LinkCardFrame>
    </article>
  );
}

function Payable({ address, mode, label }: { address: string; mode: SeenLink["mode"]; label: string }) {
  const { viewBox, paths } = qrPaths(qrPicture({ text: address, mode }));
  return (
    <div className="grid gap-4">
      <div className="code-box">
        <svg
          role="img"
          aria-label={label}
          viewBox={viewBox}
          shapeRendering="crispEdges"
          className="w-full rounded-box bg-white p-1"
        >
          {paths.map(({ fill, d }) => (
            <path key={fill} fill={fill} d={d} />
          ))}
        </svg>
      </div>
      <p className="font-mono text-small wrap-anywhere select-all">{address}</p>
    </div>
  );
}
