import { db } from "@/lib/platform/db";

const rememberedMs = 90 * 24 * 3_600_000;

/** Remembers that a person has signed in from a network. */
export async function rememberNetwork(userId: string, network: string): Promise<void> {
  const key = { userId, network };
  const lastUsedAt = new Date();
  await db().knownNetwork.upsert({
    where: { userId_network: key },
    create: { ...key, lastUsedAt },
    update: { lastUsedAt },
  });
  await db().knownNetwork.deleteMany({ where: { userId, lastUsedAt: { lt: forgottenBefore() } } });
}

/** Whether the person has signed in from this network within 90 days. */
export async function hasSignedInFrom(userId: string, network: string): Promise<boolean> {
  const where = { userId, network, lastUsedAt: { gte: forgottenBefore() } };
  return (await db().knownNetwork.findFirst({ where, select: { userId: true } })) !== null;
}

function forgottenBefore(): Date {
  return new Date(Date.now() - rememberedMs);
}
