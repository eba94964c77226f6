import pg from "pg";
import { CliError } from "@/bin/embedded-postgres/cli-error";

const connectTimeoutMs = 15_000;

/** Errors for which a server's certificate is not trusted. */
const untrusted = new Set([
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/**
 * Opens one connection, which the caller must end.
 * @param setting the setting that holds the address, to name it when the server cannot be reached.
 * @throws {CliError} in one line that names the setting, the server and what to do; never the user or the password.
 */
export async function connect(databaseUrl: string, setting: string): Promise<pg.Client> {
  const client = newClient(databaseUrl, setting);
  // When the connection breaks, the query on it fails; an unheard error event would end the process as well.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    void client.end().catch(() => {});
    throw new CliError(
      `${setting}: cannot connect to ${client.host}:${client.port} (${getReason(error)})${wayOut(error)}`,
    );
  }
}

/** @throws {CliError} when the address names a missing file, such as a certificate. */
function newClient(databaseUrl: string, setting: string): pg.Client {
  try {
    return new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: connectTimeoutMs,
      application_name: "cobro migrations",
    });
  } catch (error) {
    const file =
      error instanceof Error && "path" in error ? ` (${getCode(error)} ${String(error.path)})` : "";
    throw new CliError(`${setting}: the address cannot be used${file}`);
  }
}

/** When several addresses refuse at once, the error has no message of its own. */
function getReason(error: unknown): string {
  return (error instanceof Error && error.message) || getCode(error);
}

function wayOut(error: unknown): string {
  if (untrusted.has(getCode(error))) {
    return (
      "; the server's certificate is not of a known authority: add sslrootcert=/path/to/ca.pem to the address, " +
      "or sslmode=no-verify to encrypt without checking whom one speaks to"
    );
  }
  if (getReason(error).includes("does not support SSL"))
    return "; take sslmode out of the address, or say sslmode=disable";
  return "";
}

function getCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
