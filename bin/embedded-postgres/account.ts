import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { CliError } from "@/bin/embedded-postgres/cli-error";

/** An unprivileged account of the operating system, as numeric ids. */
export type Account = { uid: number; gid: number };

/** What `spawn` needs to run a program as an account. */
export type Command = { file: string; args: string[]; uid?: number; gid?: number };

/**
 * Postgres refuses to run as root. Root uses the account that already owns the data, otherwise `postgres` if there is
 * one, otherwise `nobody`; no account is created.
 * @returns undefined when the process is not root and needs no other account.
 */
export async function postgresAccount(clusterDir: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterDir).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const account = pickAccount(passwd);
  if (account) return account;
  throw new CliError(
    "DATA_DIR: Postgres cannot run as root, and there is no account postgres or nobody to run it as",
  );
}

/** The account `postgres` in the text of /etc/passwd, otherwise `nobody`. */
export function pickAccount(passwd: string): Account | undefined {
  const entries = passwd.split("\n").map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const [, , uid, gid] = entries.find(([name]) => name === wanted) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/**
 * The command that runs a program as an account. When a closed directory (/root, a mkdtemp) lies above the project, the
 * account cannot reach the program; then the program keeps one of root's capabilities, which bypasses file permissions,
 * and has no other privileges.
 */
export async function asAccount(
  account: Account | undefined,
  file: string,
  args: string[],
  clusterDir: string,
): Promise<Command> {
  if (!account) return { file, args };
  const within = (await isOpenTo(account, file)) && (await isOpenTo(account, path.dirname(clusterDir)));
  if (within) return { file, args, ...account };
  const setpriv = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  // Postgres calls access() to check that it may run its own files; with this bit set, access() respects the
  // capability.
  const keep = [
    "--securebits=+no_setuid_fixup",
    "--inh-caps=-all,+dac_override",
    "--ambient-caps=-all,+dac_override",
  ];
  return { file: "setpriv", args: [...setpriv, ...keep, file, ...args] };
}

/** Whether the account may enter every directory above a path, and read and run the file (or enter the directory). */
async function isOpenTo(account: Account, target: string): Promise<boolean> {
  for (let at = target; ; at = path.dirname(at)) {
    const { uid, gid, mode } = await stat(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    const needed = at === target ? 5 : 1;
    if (((mode >> shift) & needed) !== needed) return false;
    if (at === path.dirname(at)) return true;
  }
}
