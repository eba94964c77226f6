import { commandOperator } from "@/bin/admin/command-operator";
import { print } from "@/bin/admin/print";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { listJobs, type QueuedJob } from "@/lib/jobs/list-jobs";
import { retryJob } from "@/lib/jobs/retry-job";

const shown = 100;

/** What a job is about is not shown: an email's is secret. */
export async function jobs(): Promise<boolean> {
  const { total, first } = await listJobs(shown);
  for (const job of first) print(describe(job));
  if (total > first.length) print(`and ${total - first.length} more`);
  print(`${total} jobs`);
  return true;
}

/** Lets a job run now, with all its attempts before it. */
export async function retry([id]: string[]): Promise<boolean> {
  if (!id || !/^\d{1,18}$/.test(id))
    throw new CliError("Which? npm run admin -- retry <number>; jobs lists them.");
  if (!(await retryJob(id, commandOperator())))
    throw new CliError(`There is no job ${id} that waits; a worker may have it.`);
  print(`Job ${id} runs as soon as a worker is free.`);
  return true;
}

function describe({ id, task, attempts, maxAttempts, runAt, isRunning, lastError }: QueuedJob): string {
  const when = isRunning ? "is being worked on" : `due ${runAt.toISOString()}`;
  const failed = attempts >= maxAttempts && !isRunning ? ", FAILED FOR GOOD" : "";
  const why = lastError === null ? "" : `: ${lastError}`;
  return `${id}  ${task}  ${when}, ${attempts} of ${maxAttempts} attempts${failed}${why}`;
}
