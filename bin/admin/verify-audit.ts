import { parseArgs } from "node:util";
import { getMerchant } from "@/bin/admin/merchants";
import { print, printError } from "@/bin/admin/print";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { beginChainAsFound } from "@/lib/domain/audit/seal-events";
import { type Anchor, type Finding, verifyChain } from "@/lib/domain/audit/verify-chain";
import { allMerchants, type OperatorMerchant } from "@/lib/domain/operator/list-merchants";

const shownFindings = 50;

export async function verifyAudit(args: string[]): Promise<boolean> {
  const { slug, since, begin } = read(args);
  const merchants = slug === undefined ? await allMerchants() : [await getMerchant([slug])];
  if (begin) for (const merchant of merchants) await beginFor(merchant);
  let isSound = true;
  for (const merchant of merchants) isSound = (await verifyOne(merchant, since)) && isSound;
  print(
    isSound
      ? "Every audit log is sound. What follows a merchant's name, kept elsewhere, shows later whether it was set back:"
      : "NOT SOUND. See above.",
  );
  if (isSound) print("  npm run admin -- verify-audit <slug> --since <COUNT:HASH>");
  return isSound;
}

async function beginFor({ merchantId, slug }: OperatorMerchant): Promise<void> {
  if (await beginChainAsFound(merchantId)) print(`${slug}: its chain begins now, over what is there.`);
}

async function verifyOne({ merchantId, slug }: OperatorMerchant, since?: Anchor): Promise<boolean> {
  const { anchor, waiting, findings } = await verifyChain(merchantId, since);
  if (findings.length === 0 && anchor) {
    const rest = waiting > 0 ? `, ${waiting} not sealed yet` : "";
    print(`${slug}: ${anchor.count} events, sound${rest}  ${anchor.count}:${anchor.hash}`);
    return true;
  }
  for (const finding of findings.slice(0, shownFindings)) printError(`${slug}: ${sentences(finding)}`);
  if (findings.length > shownFindings) printError(`${slug}: and ${findings.length - shownFindings} more`);
  return false;
}

function sentences(finding: Finding): string {
  switch (finding.kind) {
    case "altered":
      return `event ${finding.eventId} (place ${finding.seq}) was ALTERED`;
    case "link_altered":
      return `the link at place ${finding.seq} was ALTERED; its event ${finding.eventId} reads as it was written`;
    case "removed":
      return finding.seq === null
        ? `event ${finding.eventId} was REMOVED before it got its place`
        : `event ${finding.eventId} (place ${finding.seq}) was REMOVED`;
    case "links_removed":
      return finding.seq === finding.upTo
        ? `the event at place ${finding.seq} was REMOVED with its link`
        : `the events at places ${finding.seq} to ${finding.upTo} were REMOVED with their links`;
    case "inserted":
      return `event ${finding.eventId} was INSERTED, or altered before it got its place: Cobro did not write it so`;
    case "left_out":
      return `event ${finding.eventId} was written by Cobro and KEPT OUT of the chain`;
    case "no_chain":
      return "has NO CHAIN. If it is older than chains are: verify-audit <slug> --begin. Otherwise somebody REMOVED it";
    case "end_altered":
      return "the end of the chain was ALTERED: the last events may have been removed";
    case "other_key":
      return "was written with a key that is not among the AUDIT_KEYS given here (without them: with another NEXTAUTH_SECRET); nothing can be said";
    case "rewound":
      return `does not hold what it held before at place ${finding.seq}: the log was SET BACK`;
  }
}

function read(args: string[]): { slug: string | undefined; since: Anchor | undefined; begin: boolean } {
  const options = { since: { type: "string" }, begin: { type: "boolean" } } as const;
  let parsed: { values: { since?: string | undefined; begin?: boolean | undefined }; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : "verify-audit: cannot read this");
  }
  const { values, positionals } = parsed;
  const [slug] = positionals;
  if (values.since === undefined) return { slug, since: undefined, begin: values.begin ?? false };
  const [, count, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.since) ?? [];
  if (!slug || !count || !hash)
    throw new CliError("verify-audit <slug> --since COUNT:HASH, as it was printed");
  return { slug, since: { count: Number(count), hash }, begin: false };
}
