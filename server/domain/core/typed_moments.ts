import { today } from "./days.ts";
import { typedDay } from "./typed_days.ts";
import type { WeekStart } from "./weeks.ts";

/** The hour of a day without a time. */
const MORNING = 9;

/** Parts of a day, by their first hour. */
const parts = new Map([
  ["morning", MORNING],
  ["noon", 12],
  ["afternoon", 14],
  ["evening", 18],
  ["night", 20],
]);

const sayings = new Map([
  ["later", "3h"],
  ["later today", "3h"],
  ["tonight", "today evening"],
]);

/** A typed time, or the reason that it is invalid. */
export type TypedMoment = { at: string; why?: undefined } | { at: null; why: string };

/**
 * Parses a future time in English: `3h`, `in 30 min`, `18:30`, `5pm`, `this evening`, or a day for `typedDay` with a
 * time, by default nine o'clock: `tomorrow`, `mon 14:00`, `24 dec at 8am`. Also accepts ISO 8601.
 * @param typed the text, in any case
 * @param timeZone the IANA time zone: `Europe/Berlin`
 * @param weekStart the person's first day of the week
 * @returns a whole minute, ISO 8601 in UTC, from now to 9999, or the reason that it is invalid
 */
export function typedMoment(
  typed: string,
  now: Date,
  timeZone: string,
  weekStart: WeekStart = "monday",
): TypedMoment {
  const text = typed.toLowerCase().replace(/[\s,]+/g, " ").trim();
  const said = sayings.get(text) ?? text;
  const from = { now, timeZone, weekStart };
  const moment = momentIn(said, from) ?? fromNow(said, now) ?? inDay(said, from);
  if (moment === null || "why" in moment) {
    return { at: null, why: moment?.why ?? "This isn't a valid time." };
  }
  const at = wholeMinute(moment.epochMilliseconds);
  if (at <= now.getTime()) return { at: null, why: "This time is in the past." };
  if (at > LAST) return { at: null, why: "Use a year up to 9999." };
  return { at: new Date(at).toISOString() };
}

const LAST = Date.UTC(9999, 11, 31);
const MINUTE = 60_000;

/** Rounds up to a whole minute. */
const wholeMinute = (at: number) => Math.ceil(at / MINUTE) * MINUTE;

/** The time, time zone, and week of the typed text. */
interface From {
  now: Date;
  timeZone: string;
  weekStart: WeekStart;
}

/** A parsed time, or the reason that it is invalid, or null for other text. */
type Reading = Temporal.Instant | { why: string } | null;

function momentIn(text: string, from: From): Reading {
  const [, day, clock = ""] = /^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})?/.exec(text) ?? [];
  if (day === undefined) return null;
  const moment = orNull(() => Temporal.Instant.from(text.toUpperCase()));
  if (moment) return moment;
  const read = inDay(`${day} ${clock}`, from);
  return read && "why" in read ? read : null;
}

function fromNow(text: string, now: Date): Temporal.Instant | null {
  const [, count, unit] =
    /^(?:in )?(\d{1,4}|an?|one) ?(m|mins?|minutes?|h|hrs?|hours?)$/.exec(text) ?? [];
  if (!count || !unit) return null;
  const many = /\d/.test(count) ? Number(count) : 1;
  const from = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  return from.add(unit[0] === "h" ? { hours: many } : { minutes: many });
}

/** Parses a day, a time of day, or both. */
function inDay(text: string, { now, timeZone, weekStart }: From): Reading {
  const [, words = "", clock] = /^(.*?) ?(?:\b(?:at|this) )?(\S+(?: ?[ap]m)?)$/.exec(text) ?? [];
  const time = clock === undefined ? null : timeOf(clock);
  const { day, why } = typedDay(time ? words : text, now, timeZone, weekStart);
  if (why) return { why };
  if (!day && words !== "") return null;
  if (time && "why" in time) return time;
  if (day) return at(day, time ?? new Temporal.PlainTime(MORNING), timeZone);
  if (!time) return null;
  const first = Temporal.PlainDate.from(today(now, timeZone));
  const soon = at(first, time, timeZone);
  return soon.epochMilliseconds > now.getTime() ? soon : at(first.add({ days: 1 }), time, timeZone);
}

function timeOf(text: string): Temporal.PlainTime | { why: string } | null {
  const part = parts.get(text);
  if (part !== undefined) return new Temporal.PlainTime(part);
  const [, hour, minute = "0", half] = /^(\d{1,2})(?::(\d{2}))? ?([ap]m)?$/.exec(text) ?? [];
  if (hour === undefined || (!half && !text.includes(":"))) return null;
  const none = { why: `There is no time ${text}.` };
  const counted = half ? Number(hour) % 12 + (half === "pm" ? 12 : 0) : Number(hour);
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return none;
  return orNull(() =>
    Temporal.PlainTime.from({ hour: counted, minute: Number(minute) }, { overflow: "reject" })
  ) ?? none;
}

const at = (day: string | Temporal.PlainDate, plainTime: Temporal.PlainTime, timeZone: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).toInstant();

/** Returns null for a nonexistent day or time. */
function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
