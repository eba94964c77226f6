import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, CreateRequest, Form, Tally } from "@/tools/campaign/create-request";
import type { FaultInjector } from "@/tools/campaign/fault-injector";
import { type Content, creatorForm, type Fleet, openPortalForm } from "@/tools/campaign/forms";
import { within } from "@/tools/campaign/within";

export type Surroundings = {
  fleet: Fleet;
  faultInjector: FaultInjector;
  tally: Tally;
  random: () => number;
  /** Is called when a submission is sent and when its answer begins, because processes are killed at these moments. */
  onPress: (what: "asked for" | "person is being answered") => void;
  /** Reports a violation that is seen at once. */
  complain: (what: string) => void;
};

const mostPresses = 12;
/** How long to wait for a running process, and for the page that it redirects to. */
const upMs = 30_000;
/** After reloading the page of a link that is still being created so often, people go on to something else. */
const mostLooks = 2;

/** Submits until there is an answer, or until the person stops for now; `createRequest.isOver` tells which. */
export async function pursue(createRequest: CreateRequest, around: Surroundings): Promise<void> {
  const { random, tally, faultInjector } = around;
  // The person still has the form open.
  const { intentId } = createRequest;
  let form = intentId
    ? creatorForm(createRequest, around.fleet, { intentId })
    : await newForm(createRequest, around);
  let looks = 0;
  for (let presses = 0; presses < mostPresses && !createRequest.isOver && looks < mostLooks; presses += 1) {
    createRequest.intentId = form.intentId;
    createRequest.pressedAt = Date.now();
    await faultInjector.spoil(createRequest.merchant.account, "create");
    await faultInjector.spoil(createRequest.merchant.account, "list");
    const answer = await press(createRequest, form, around);
    tally.add(`answer: ${answer.kind === "link" ? answer.state : answer.kind}`);
    if (answer.kind === "link") {
      createRequest.answered = answer;
      createRequest.isOver = answer.state !== "sending";
      looks += 1;
    } else if (answer.kind === "refused") {
      // The refusal came with a new form. Nothing was created with the old one, so this is no second link.
      form = answer.again;
      createRequest.isOver = random() < 0.2;
    } else if (answer.kind === "near_duplicate") {
      if (random() < 0.9) {
        createRequest.isOver = true;
      } else {
        tally.add("said: create anyway");
        form = answer.again;
        createRequest.consents.add(form.intentId);
      }
    } else if (random() < 0.15) {
      tally.add("went back to a new form");
      form = await newForm(createRequest, around);
    } else if (random() < 0.3) {
      // As from another tab: another process gets the same form.
      form = creatorForm(createRequest, around.fleet, { intentId: form.intentId });
    }
    if (!createRequest.isOver) await sleep(50 + random() * 450);
  }
}

/** Submits once, or twice at the same time. */
async function press(createRequest: CreateRequest, form: Form, around: Surroundings): Promise<Answer> {
  const { random, tally } = around;
  const presses = random() < 0.25 ? 2 : 1;
  if (presses === 2) tally.add("pressed twice at once");
  const answers = await Promise.all(Array.from({ length: presses }, () => pressOnce(form, around)));
  const links = new Set(answers.flatMap((answer) => (answer.kind === "link" ? [answer.linkId] : [])));
  if (links.size > 1)
    around.complain(`${createRequest.description}: one intent, links ${[...links].join(" and ")}`);
  const rank = ["link", "refused", "near_duplicate", "silence"];
  const [best] = answers.toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
  return best ?? { kind: "silence" };
}

function getReason(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "the person did not wait";
  return error.name === "TypeError" ? "the process died" : error.message.slice(0, 120);
}

async function pressOnce(form: Form, { random, tally, onPress }: Surroundings): Promise<Answer> {
  tally.add("presses");
  // Some people do not wait long; the portal continues without them.
  const patienceMs = random() < 0.2 ? 100 + random() * 1_500 : 15_000;
  onPress("asked for");
  const sent = form.send(AbortSignal.timeout(Math.round(patienceMs)));
  const answer = await within(patienceMs + upMs, sent).catch((error: unknown): Answer => {
    tally.add(`silence: ${getReason(error)}`);
    return { kind: "silence" };
  });
  onPress("person is being answered");
  return answer;
}

async function newForm(content: Content, { fleet, random }: Surroundings): Promise<Form> {
  const wantsPortal = random() < 0.2;
  const form = wantsPortal ? await openPortalForm(content, fleet).catch(() => undefined) : undefined;
  return form ?? creatorForm(content, fleet);
}
