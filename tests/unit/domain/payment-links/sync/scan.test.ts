import { describe, expect, it } from "vitest";
import { ok } from "@/lib/core/result";
import { retryDelayMs, usualDelayMs } from "@/lib/domain/payment-links/sync/backoff";
import { emptyCheckpoint, parseCheckpoint } from "@/lib/domain/payment-links/sync/schema";
import { seededRandom } from "@/tests/support/seeded-random";
import { SimulatedSync, simulateSyncs } from "@/tests/unit/domain/payment-links/sync/simulate-sync";
import {
  cutOff,
  honest,
  SimulatedUpstream,
  type UpstreamBehaviour,
} from "@/tests/unit/domain/payment-links/sync/simulated-upstream";

const dayMs = 24 * 60 * 60_000;

function createSync(size: number, behaviour: Partial<UpstreamBehaviour> = {}) {
  const upstream = new SimulatedUpstream({ ...honest, ...behaviour }, seededRandom(1));
  upstream.add(size);
  const simulated = new SimulatedSync(upstream);
  const { repository } = simulated;
  /** Syncs once, and answers the outcome and the number of requests. */
  const sync = async () => {
    const before = upstream.requests;
    const end = await simulated.sync();
    return { kind: end.kind, requests: upstream.requests - before, known: repository.marks.size };
  };
  return { upstream, simulated, repository, sync };
}

describe("the requests that it takes", () => {
  it.each([
    ["newest_first", 2],
    ["oldest_first", 4],
  ] as const)("among 100,000 links, %s", async (order, toFindOne) => {
    const { upstream, sync } = createSync(100_000, { order });
    expect(await sync()).toEqual({ kind: "complete", requests: 1_043, known: 100_000 });
    expect(await sync()).toEqual({ kind: "complete", requests: 1, known: 100_000 });
    upstream.add();
    expect(await sync()).toEqual({ kind: "complete", requests: toFindOne, known: 100_001 });
    upstream.add(250);
    expect(await sync()).toMatchObject({ kind: "complete", known: 100_251 });
    expect(upstream.requests).toBeLessThan(1_060);
  });

  it("are one where our own link is all that is new", async () => {
    const { upstream, repository, sync } = createSync(50);
    await sync();
    for (const id of upstream.add()) repository.recordOwn(id);
    expect(await sync()).toEqual({ kind: "complete", requests: 1, known: 51 });
  });

  it("read both ends by the pages that a clamp leaves", async () => {
    const { upstream, sync } = createSync(400, { order: "oldest_first", clamp: 7 });
    await sync();
    upstream.add(5);
    expect(await sync()).toEqual({ kind: "complete", requests: 4, known: 405 });
  });

  it("are few for an empty list and for one link", async () => {
    expect(await createSync(0).sync()).toMatchObject({ kind: "complete", requests: 4 });
    expect(await createSync(1).sync()).toMatchObject({ kind: "complete", requests: 4 });
  });
});

describe("a completeness proof", () => {
  it("counts before it asks: a link of ours cannot stand in for one that was never seen", async () => {
    const { upstream, repository, sync } = createSync(50, { order: "oldest_first" });
    await sync();
    upstream.add();
    let answers = 0;
    const { list } = upstream;
    // Created after upstream gave the total and before the answer is read.
    upstream.list = async (limit, offset) => {
      const answer = await list(limit, offset);
      if (++answers === 1) for (const id of upstream.add()) repository.recordOwn(id);
      return answer;
    };
    await sync();
    expect(repository.marks.size).toBe(52);
  });

  it.each([
    ["and stays lower", () => {}],
    ["and is as before in the end", (upstream: SimulatedUpstream) => void upstream.add()],
  ])("is not given where the total falls while all is read, %s", async (_, afterwards) => {
    const { upstream, sync, repository } = createSync(300);
    // A link that was shown is removed, and the one that moves to its place is never shown.
    upstream.meanwhile = () => {
      if (upstream.requests === 3) upstream.remove(upstream.ids[250] ?? "");
      if (upstream.requests === 4) afterwards(upstream);
    };
    expect((await sync()).kind).toBe("unproven");
    upstream.meanwhile = () => {};
    expect((await sync()).kind).toBe("complete");
    expect(upstream.ids.every((id) => repository.marks.has(id))).toBe(true);
  });

  it("is not given for a total that may be the number of links on the page", async () => {
    const { upstream, repository, sync } = createSync(0, { totals: "page", order: "oldest_first" });
    expect((await sync()).kind).toBe("complete");
    for (const id of upstream.add()) repository.recordOwn(id);
    upstream.add();
    expect((await sync()).kind).toBe("unproven");
    expect(repository.marks.size).toBe(2);
  });

  it("is not given where something stands after the end that the total names, be the count right by chance", async () => {
    const { upstream, sync } = createSync(24, { order: "oldest_first" });
    const { ids } = upstream;
    const shown = [...ids.slice(0, 10), ...ids.slice(8, 18), ...ids.slice(16, 20)];
    upstream.list = async (limit, offset) => {
      const items = shown.slice(offset, offset + Math.min(limit, 10));
      return ok({
        items: items.map((upstreamId) => ({ upstreamId, url: null, active: null })),
        totalItems: 20,
        oddItems: 0,
      });
    };
    expect(await sync()).toMatchObject({ kind: "unproven", known: 20 });
  });

  it.each(["newest_first", "oldest_first"] as const)(
    "is not given while links were shown without an address, and is when they have one (%s)",
    async (order) => {
      const { upstream, simulated, sync } = createSync(250, { order, addressless: 1 });
      expect(await sync()).toMatchObject({ kind: "unproven", known: 250 });
      upstream.behaviour.addressless = 0;
      expect((await sync()).kind).toBe("complete");
      expect(simulated.missed()).toBe(0);
      upstream.behaviour.addressless = 1;
      upstream.add();
      expect((await sync()).kind).toBe("unproven");
      upstream.behaviour.addressless = 0;
      expect((await sync()).kind).toBe("complete");
      expect(simulated.missed()).toBe(0);
    },
  );

  it("is not given by an answer that itself shows something new", async () => {
    const { upstream, sync } = createSync(1, { totals: "page" });
    upstream.meanwhile = () => {
      if (upstream.requests === 4) upstream.add();
    };
    expect(await sync()).toEqual({ kind: "unproven", requests: 4, known: 2 });
  });

  it("is not given by more than upstream has: what we know is not all in its list", async () => {
    const { upstream, repository, simulated, sync } = createSync(50, { order: "oldest_first" });
    await sync();
    for (const ghost of ["ghost_1", "ghost_2"]) repository.recordOwn(ghost);
    upstream.add();
    expect(await sync()).toMatchObject({ kind: "complete", known: 53 });
    expect(simulated.checkpoint.absent).toBe(2);
  });

  it("is given although links are made all the time, once all of them are known", async () => {
    const { upstream, sync } = createSync(300);
    upstream.meanwhile = () => {
      if (upstream.requests % 3 === 0) upstream.add();
    };
    const kinds: string[] = [];
    while (kinds.length < 5) kinds.push((await sync()).kind);
    expect(kinds).toContain("complete");
  });

  it.each<[string, Partial<UpstreamBehaviour>]>([
    ["no total", { totals: "none" }],
    ["no total and offsets that do nothing", { totals: "none", offsets: "ignored" }],
    ["a total of test and live together", { totals: "both_modes" }],
    ["a total that is cut off", { totals: "cut_off" }],
    ["a total of the page", { totals: "page" }],
    ["offsets that do nothing", { offsets: "ignored", clamp: 10 }],
  ])("is never given for %s", async (_, behaviour) => {
    const { simulated, sync } = createSync(cutOff + 30, behaviour);
    for (let round = 0; round < 4; round++) {
      expect((await sync()).kind).toBe("unproven");
      simulated.pause(dayMs);
    }
  });

  it("by count is void once the total has fallen, until all was read again", async () => {
    const { upstream, simulated, sync } = createSync(40, { order: "oldest_first" });
    await sync();
    upstream.remove(upstream.ids[20] ?? "");
    expect(await sync()).toMatchObject({ kind: "complete", known: 40 });
    expect(simulated.checkpoint.absent).toBe(1);
    // Nothing is new: one request again, although we know one more link than upstream has.
    expect(await sync()).toMatchObject({ kind: "complete", requests: 1 });
  });

  it("by count cannot see one removed for one made; all is read once a day", async () => {
    const { upstream, simulated, sync } = createSync(40, { order: "oldest_first" });
    await sync();
    upstream.remove(upstream.ids[20] ?? "");
    upstream.add();
    expect(await sync()).toMatchObject({ requests: 1, known: 40 });
    simulated.pause(dayMs);
    expect(await sync()).toMatchObject({ kind: "complete", known: 41 });
  });

  it("is not taken over from links that were known when fewer were left", async () => {
    const { upstream, repository, sync } = createSync(30);
    await sync();
    upstream.add(2);
    const { list } = upstream;
    upstream.list = async () => ({ ok: false, code: "server_error" });
    expect((await sync()).kind).toBe("failed");
    upstream.list = list;
    // Upstream has 32 links, of which 30 are known. Two known ones are removed: 30 again, but two were never seen.
    upstream.list = async (limit, offset) => {
      const answer = await list(limit, offset);
      return answer.ok && limit > 1 ? { ok: false, code: "server_error" } : answer;
    };
    await sync();
    upstream.list = list;
    for (const id of upstream.ids.slice(0, 2)) upstream.remove(id);
    await sync();
    expect(upstream.ids.filter((id) => !repository.marks.has(id))).toEqual([]);
  });
});

describe("reading on", () => {
  it("goes by what was received: a clamp of one and repeated links skip nothing", async () => {
    const { sync } = createSync(40, { clamp: 1 });
    expect(await sync()).toMatchObject({ kind: "complete", known: 40 });
    expect(await createSync(90, { clamp: 20, duplicates: 0.5 }).sync()).toMatchObject({ known: 90 });
  });

  it("asks for less where the limit is refused", async () => {
    expect(await createSync(45, { refusesLimitAbove: 10 }).sync()).toMatchObject({
      kind: "complete",
      known: 45,
    });
  });

  it("goes on where it failed", async () => {
    const { upstream, sync } = createSync(2_000);
    upstream.meanwhile = () => {
      upstream.behaviour.failures = upstream.requests === 15 ? 1 : 0;
    };
    expect(await sync()).toMatchObject({ kind: "failed", requests: 15, known: 1_300 });
    expect(await sync()).toMatchObject({ kind: "complete", known: 2_000 });
    expect(upstream.requests).toBe(24);
  });

  it("looks at both ends on the way, so that a new link does not wait for the end of a long reading", async () => {
    const { upstream, simulated, repository } = createSync(20_000);
    let [madeAt, foundAt] = [0, 0];
    upstream.meanwhile = () => {
      if (upstream.requests === 30) {
        upstream.add();
        madeAt = simulated.now;
      }
      if (foundAt === 0 && madeAt > 0 && repository.marks.has(upstream.ids.at(-1) ?? ""))
        foundAt = simulated.now;
    };
    await simulated.sync();
    // A batch takes two seconds here.
    expect(foundAt - madeAt).toBeGreaterThan(0);
    expect(foundAt - madeAt).toBeLessThanOrEqual(14_000);
    // The whole list was read once, and the ends a few times more.
    expect(upstream.requests).toBeLessThan(250);
  });

  it("begins anew when it was laid down for many hours", async () => {
    const { upstream, simulated, sync } = createSync(500);
    upstream.meanwhile = () => {
      upstream.behaviour.failures = upstream.requests === 4 ? 1 : 0;
    };
    await sync();
    const laidDown = simulated.checkpoint.run?.id;
    expect(laidDown).toBeDefined();
    simulated.pause(dayMs);
    upstream.meanwhile = () => {
      upstream.behaviour.failures = upstream.requests === 7 ? 1 : 0;
    };
    await sync();
    expect(simulated.checkpoint.run?.id).not.toBe(laidDown);
  });

  it("forgets a memory that it does not understand", () => {
    expect(parseCheckpoint({ run: "later" })).toEqual(emptyCheckpoint);
    expect(parseCheckpoint(null)).toEqual(emptyCheckpoint);
  });
});

describe("when to poll", () => {
  it("takes longer each time, up to an hour and a fifth, and never less than was asked for", () => {
    const delays = [1, 2, 3, 50].map((failures) => retryDelayMs(failures, null, () => 0.5));
    expect(delays).toEqual([5_000, 10_000, 20_000, 3_600_000]);
    for (const random of [0, 0.5, 0.999]) {
      expect(retryDelayMs(1, 30_000, () => random)).toBeGreaterThanOrEqual(30_000);
      expect(retryDelayMs(99, null, () => random)).toBeLessThanOrEqual(4_320_000);
      expect(usualDelayMs(() => random)).toBeGreaterThanOrEqual(13.5 * 60_000);
      expect(usualDelayMs(() => random)).toBeLessThanOrEqual(16.5 * 60_000);
    }
  });
});

it("holds for two thousand made-up merchants: nothing missed where completeness is claimed", async () => {
  let claims = 0;
  for (let seed = 1; seed <= 2_000; seed++) {
    const { story, ...result } = await simulateSyncs(seed);
    claims += result.claims;
    const wanted = { claims: result.claims, falseClaims: 0, missedIds: 0, isStuck: false };
    expect(result, `seed ${seed}: ${JSON.stringify(story)}`).toEqual(wanted);
  }
  expect(claims).toBeGreaterThan(5_000);
}, 60_000);

describe("an item without an id", () => {
  it.each(["newest_first", "oldest_first", "by_id"] as const)("hides no other link, %s", async (order) => {
    for (const clamp of [100, 7, 1]) {
      for (const at of [0, 20, 39]) {
        const { upstream, simulated, sync } = createSync(40, { order, clamp });
        const odd = upstream.ids[at] ?? "";
        upstream.odd.add(odd);
        // Its place counts, so that nothing after it is missed; but there is no proof that the list is complete.
        expect(await sync()).toMatchObject({ kind: "unproven", known: 39 });
        upstream.add(3);
        simulated.pause();
        expect(await sync()).toMatchObject({ kind: "unproven", known: 42 });
        upstream.odd.clear();
        simulated.pause();
        expect(await sync()).toMatchObject({ kind: "complete", known: 43 });
      }
    }
  });

  it("hides no other link where no total is told, and ends", async () => {
    for (const clamp of [100, 1]) {
      const { upstream, sync } = createSync(40, { totals: "none", clamp });
      for (const id of upstream.ids.slice(10, 14)) upstream.odd.add(id);
      expect(await sync()).toMatchObject({ kind: "unproven", known: 36 });
    }
  });

  it("comes to an end where the same ones come for any offset", async () => {
    const { upstream, sync } = createSync(40, { totals: "none", offsets: "ignored", clamp: 7 });
    for (const id of upstream.ids) upstream.odd.add(id);
    expect(await sync()).toMatchObject({ kind: "unproven", known: 0 });
  });
});
