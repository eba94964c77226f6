/** What programs need to run at all: where things are, and how text and time are written. */
const names =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|TZ|LANG|LC_\w+|TMPDIR|TMP|TEMP|LD_LIBRARY_PATH|DYLD_\w+|SystemRoot|windir|ComSpec|PATHEXT|USERPROFILE|APPDATA|LOCALAPPDATA)$/i;

/** Settings of Node itself, for programs that Node runs. */
const nodeNames =
  /^(NODE_OPTIONS|NODE_ENV|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|TSX_TSCONFIG_PATH)$/;

/**
 * The part of this process's environment that holds no secret, for programs that need none. Only what is listed is
 * passed on, so that a secret that is added later stays here.
 */
export function plainEnvironment(): Record<string, string | undefined> {
  return pick((name) => names.test(name));
}

/** The same for a Node program, with the settings that it reads. */
export function nodeEnvironment(settings: readonly string[]): Record<string, string | undefined> {
  return pick((name) => names.test(name) || nodeNames.test(name) || settings.includes(name));
}

function pick(isPassedOn: (name: string) => boolean): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => isPassedOn(name)));
}
