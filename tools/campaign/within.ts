import { setTimeout as sleep } from "node:timers/promises";

/** The answer if it comes in time. When a process is killed, its client does not always notice. */
export async function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  const answered = new AbortController();
  const { signal } = answered;
  const tooLate = sleep(ms, undefined, { signal }).then(() => {
    throw new Error("neither an answer nor an end of the connection");
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    answered.abort();
  }
}
