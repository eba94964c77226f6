/** An error that a person can fix. Its message is one line, printed without a stack. */
export class CliError extends Error {
  override name = "Refusal";
}

/** Another process is running on the data directory; its database can be used. */
export class AlreadyRunning extends CliError {
  override name = "AlreadyRunning";
}
