/** An expected reason not to start. The message is one line for a person, who needs no stack to act on it. */
export class CliError extends Error {
  override name = "Refusal";
}

/** Another process runs on the data directory; its database can be used. */
export class AlreadyRunning extends CliError {
  override name = "AlreadyRunning";
}
