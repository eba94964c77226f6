import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { Part } from "@/tools/campaign/several/part";

/** PgBouncer in transaction mode before the database. Answers the address through it, too. */
export async function openPooler(options: {
  port: number;
  databaseUrl: string;
  directory: string;
}): Promise<{ part: Part; url: string }> {
  const { port, databaseUrl, directory } = options;
  const target = new URL(databaseUrl);
  const own = path.join(directory, "pgbouncer");
  await mkdir(own, { recursive: true });
  const [file, users] = [path.join(own, "pgbouncer.ini"), path.join(own, "users.txt")];
  await writeFile(users, `"${target.username}" "${decodeURIComponent(target.password)}"\n`);
  await writeFile(
    file,
    `[databases]
* = host=${target.hostname} port=${target.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = 15
max_client_conn = 300
server_login_retry = 1
ignore_startup_parameters = extra_float_digits,options
`,
  );
  // It refuses to run as root, and as another account it has to read its files.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const one of [directory, own]) await chmod(one, 0o755);
  const url = new URL(databaseUrl);
  url.port = String(port);
  const isReady = async () => {
    const client = new pg.Client({ connectionString: url.href });
    client.on("error", () => {});
    await client.connect();
    return client
      .query("SELECT 1")
      .then(() => true)
      .finally(() => client.end());
  };
  const args = [...(isRoot ? ["-u", "nobody"] : []), file];
  const command = () => ({ file: "pgbouncer", args, cwd: own });
  return {
    part: new Part({ name: "pgbouncer", command, settings: {}, logs: directory, isReady }),
    url: url.href,
  };
}
