import { afterRestore } from "@/bin/admin/after-restore";
import { backup } from "@/bin/admin/backup";
import { createMerchantFor } from "@/bin/admin/create-merchant";
import { doctor } from "@/bin/admin/doctor";
import { jobs, retry } from "@/bin/admin/jobs";
import { disableMerchant, enableMerchant, limits, merchants } from "@/bin/admin/merchants";
import { operations } from "@/bin/admin/operations";
import { makeOperator, removeOperator } from "@/bin/admin/operators";
import {
  disablePerson,
  enablePerson,
  resetPersonPassword,
  resetPersonSecondFactor,
  users,
} from "@/bin/admin/people";
import { purgeDeletedMerchants } from "@/bin/admin/purge-deleted";
import { restore } from "@/bin/admin/restore";
import { rotateKeys } from "@/bin/admin/rotate-keys";
import { sqlForDba } from "@/bin/admin/sql-for-dba";
import { stats } from "@/bin/admin/stats";
import { testMail } from "@/bin/admin/test-mail";
import { verifyAudit } from "@/bin/admin/verify-audit";

/** A command of the operator's. It answers whether all is well; if not, the exit code is 1. */
type Command = {
  args: string;
  does: string;
  run: (args: string[]) => Promise<boolean>;
  /** It is for an installation that is not in order, so that secrets are not compared first. */
  isRepair?: boolean;
  /** It needs the database as it is, which may be empty. */
  isForEmpty?: boolean;
  /** It changes something, or takes data out, so that the operators' log says that it was run; `merchant`: which one. */
  changes?: "merchant" | "other";
};

/** Every command by its name, in the order in which the help lists them. */
export const commands: Record<string, Command> = {
  users: { args: "", does: "everybody who has an account, and where they work", run: users },
  merchants: { args: "", does: "all merchants, their keys, and who shares one", run: merchants },
  "reset-password": {
    args: "<email>",
    does: "gives a person a new password, printed once, and signs them out everywhere",
    run: resetPersonPassword,
    changes: "other",
  },
  "reset-second-factor": {
    args: "<email>",
    does: "removes a person's passkeys, app and recovery codes, tells them by email, and signs them out everywhere",
    run: resetPersonSecondFactor,
    changes: "other",
  },
  "rotate-keys": {
    args: "[encryption|session|audit]",
    does: "puts what is stored under the first of ENCRYPTION_KEYS, under a new NEXTAUTH_SECRET or the first of AUDIT_KEYS; may be stopped and run again",
    run: rotateKeys,
    changes: "other",
    isRepair: true,
  },
  limits: {
    args: "<slug> <links in an hour> <people>",
    does: "sets the limits of one merchant; usual, in place of a number, is the limit of the settings",
    run: limits,
    changes: "merchant",
  },
  "disable-merchant": {
    args: "<slug>",
    does: "keeps everybody out of a merchant from their next request on; the data stays",
    run: disableMerchant,
    changes: "merchant",
  },
  "enable-merchant": { args: "<slug>", does: "lets them in again", run: enableMerchant, changes: "merchant" },
  "disable-person": {
    args: "<email>",
    does: "keeps a person out from their next request on, and signs them out everywhere",
    run: disablePerson,
    changes: "other",
  },
  "enable-person": { args: "<email>", does: "lets them in again", run: enablePerson, changes: "other" },
  "make-operator": {
    args: "<email>",
    does: "lets a person open /admin, with a second factor: how merchants and jobs do, disable and enable, retry",
    run: makeOperator,
    changes: "other",
  },
  "remove-operator": { args: "<email>", does: "takes that from them", run: removeOperator, changes: "other" },
  "create-merchant": {
    args: "<email> <name> [--currency CRC] [--zone America/Costa_Rica]",
    does: "opens a business for a person, who owns it; you get no access to it",
    run: createMerchantFor,
    changes: "other",
  },
  operations: { args: "", does: "what operators did, at /admin and by these commands", run: operations },
  stats: { args: "", does: "how many people, merchants, links and jobs there are", run: stats },
  jobs: {
    args: "",
    does: "the jobs that wait, are being worked on or have failed, without what they hold",
    run: jobs,
  },
  retry: { args: "<number>", does: "lets a job run now, with all its attempts before it", run: retry },
  "test-mail": {
    args: "<email>",
    does: "sends an email, and says why if the mail server refuses",
    run: testMail,
  },
  doctor: {
    args: "",
    does: "names what is missing: migrations, roles and rights, what a backup needs, secrets, extensions, jobs, clock, disk",
    run: doctor,
    isRepair: true,
  },
  backup: {
    args: "<new folder>",
    does: "writes every row into a folder with pg_dump, and compares what it wrote with the database, table by table",
    run: backup,
    changes: "other",
  },
  restore: {
    args: "<folder>",
    does: "puts a backup into an empty database: roles, rows and rights, and compares them with what was written",
    run: restore,
    isRepair: true,
    isForEmpty: true,
  },
  "after-restore": {
    args: "",
    does: "after a database was set back in another way: pauses tables of links, and has every list of 4Geeks read",
    run: afterRestore,
    changes: "other",
  },
  "sql-for-dba": {
    args: "",
    does: "prints what the server's administrator runs once when your user may not make roles",
    run: sqlForDba,
    isRepair: true,
  },
  "purge-deleted": {
    args: "",
    does: "removes what owners deleted more than 30 days ago, for good; the worker does so every night",
    run: purgeDeletedMerchants,
    changes: "other",
  },
  "verify-audit": {
    args: "[slug] [--since COUNT:HASH] [--begin]",
    does: "says whether any row of the audit log was altered, removed or inserted, and which",
    run: verifyAudit,
    changes: "other",
  },
};
