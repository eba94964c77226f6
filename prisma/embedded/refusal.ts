/** An expected reason not to start. The message is one line for a person, who needs no stack to act on it. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Another process runs on the data directory; its database can be used. */
export class AlreadyRunning extends Refusal {
  override name = "AlreadyRunning";
}
