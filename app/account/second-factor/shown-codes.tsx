"use client";

import { CopyButton } from "@/lib/ui/copy-button";
import { Icon } from "@/lib/ui/icon";

export type CodeLabels = Record<"codesShown" | "copy" | "copied" | "copyByHand" | "download", string>;

/** Recovery codes, just made. They are not shown again. */
export function ShownCodes({ codes, labels }: { codes: string[]; labels: CodeLabels }) {
  const text = `${codes.join("\n")}\n`;
  return (
    <div role="status" className="grid gap-3 rounded-box border border-line bg-surface p-4">
      <p className="font-bold">{labels.codesShown}</p>
      <ol className="grid gap-1 font-mono text-small select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <CopyButton
          text={text}
          label={labels.copy}
          labels={{ copied: labels.copied, byHand: labels.copyByHand }}
          className="button button-quiet"
        />
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="cobro-recovery-codes.txt"
          className="button button-quiet"
        >
          <Icon name="download" />
          {labels.download}
        </a>
      </div>
    </div>
  );
}
