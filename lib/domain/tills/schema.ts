import * as z from "zod";
import { readLine } from "@/lib/core/line-of-text";
import type { MerchantId } from "@/lib/core/merchant-id";

export type TillIssue =
  | "till_name_missing"
  | "till_name_too_long"
  | "till_name_unprintable"
  | "idle_minutes_wrong";
export type PinIssue = "pin_malformed" | "pin_weak" | "pins_differ";
export type PinFailure = { code: "wrong_pin" | "pin_blocked" | "too_many_attempts" };

/** Wrong PINs in a row for one person on one till, after which their PIN is blocked there. A constraint has it too. */
export const mostTries = 5;

const idleMinutesLimits = { min: 1, max: 60 } as const;

/** A shared till, as the browser that is one knows it. */
export type Till = {
  merchantId: MerchantId;
  deviceId: string;
  name: string;
  /** After so many minutes without use, it shows the lock screen. */
  idleMinutes: number;
  merchant: { slug: string; name: string; color: string; logoVersion: string | null };
};

/** A shared till, as its merchant's settings list it. */
export type ListedTill = {
  id: string;
  name: string;
  enrolledBy: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** Somebody with a PIN. */
export type PinHolder = {
  userId: string;
  name: string;
  /** What tells them from others of the same name; null when nobody has it. */
  hint: string | null;
  /** The names of the tills on which the PIN is blocked. */
  blockedOn: string[];
};

/** Frequent ones that no rule below finds: patterns on the keys, and 1004, which sounds like "angel" in Korean. */
const oftenChosen = new Set([
  "1004",
  "2580",
  "0852",
  "1379",
  "1397",
  "147258",
  "147852",
  "159753",
  "789456",
  "123654",
]);

/** Whether a PIN is among those that are guessed first. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10));
  const isRow = steps.size === 1 && [0, 1, 9].some((step) => steps.has(step));
  const isRepeated = /^(\d{1,4})\1+$/.test(pin) || /^(?:(\d)\1)+$/.test(pin);
  const isYear = /^(?:19|20)\d\d$/.test(pin);
  return isRow || isRepeated || isYear || oftenChosen.has(pin);
}

/** A PIN as it is typed; people put spaces into long ones. */
export const typedPin = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(z.string().regex(/^[0-9]{4,8}$/, { error: "pin_malformed" satisfies PinIssue }));

const chosenPin = typedPin.refine((pin) => !isWeakPin(pin), { error: "pin_weak" satisfies PinIssue });

/** The form in which somebody chooses a PIN, typed twice because nobody sees it. */
export const pinForm = z.object({
  pin: chosenPin,
  again: z.string().transform((text) => text.replace(/\s/g, "")),
});

/** What people call the device, such as "Counter". */
export const tillName = z.string().transform((text, context) => {
  const line = readLine(text, 60);
  if (line.ok) return line.value;
  context.addIssue({ code: "custom", message: `till_name_${line.code}` satisfies TillIssue });
  return z.NEVER;
});

export const idleMinutesSchema = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, { error: "idle_minutes_wrong" satisfies TillIssue })
  .transform(Number)
  .refine((minutes) => minutes >= idleMinutesLimits.min && minutes <= idleMinutesLimits.max, {
    error: "idle_minutes_wrong" satisfies TillIssue,
  });
