import { invalidField } from "./errors.ts";

/** A day without a time: `2026-12-03`. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A relative day, which saved views can store: `today`, `7d` for a week ahead, `-7d` for a week ago. */
export const DAYS_FROM_TODAY = /^(?:today|-?[1-9]\d{0,3}d)$/;

/**
 * Returns the calendar day of a relative day in the workspace's time zone. Other words stay unchanged.
 * @param timeZone IANA name, `Europe/Berlin`
 */
export function dayFromToday(word: string, now: Date, timeZone: string): string {
  if (!DAYS_FROM_TODAY.test(word)) return word;
  const days = word === "today" ? 0 : parseInt(word);
  return Temporal.PlainDate.from(today(now, timeZone)).add({ days }).toString();
}

/**
 * Returns a calendar day as stored: `2026-12-03`, the same for everyone. A time becomes its day in the workspace's time
 * zone.
 * @param value an ISO 8601 time or date in a valid format
 * @param timeZone IANA name, `Europe/Berlin`
 * @throws Invalid if it is outside the years 1970 to 9999
 */
export function calendarDay(value: string, timeZone: string, field: string): string {
  const day = DAY.test(value) ? value : dayAt(Temporal.Instant.from(value), timeZone);
  if (day < "1970" || day.length !== 10) throw unknownYear(field);
  return day;
}

/**
 * Returns the time of a value. A date without a time starts with the day in the workspace's time zone.
 * @param value an ISO 8601 time or date in a valid format
 * @param timeZone IANA name, `Europe/Berlin`
 * @returns ISO 8601 in UTC
 * @throws Invalid if it is outside the years 1970 to 9999
 */
export function dayBegin(value: string, timeZone: string, field: string): string {
  const isDay = DAY.test(value);
  const moment = isDay
    ? Temporal.PlainDate.from(value).toZonedDateTime({ timeZone }).toInstant()
    : Temporal.Instant.from(value);
  const begin = new Date(moment.epochMilliseconds).toISOString();
  // In time zones ahead of UTC, 1970 begins in 1969 UTC.
  if ((isDay ? value : begin) < "1970" || begin.length !== 24) throw unknownYear(field);
  return begin;
}

/** Returns the current day. A day has ended when this is later. @param timeZone IANA name of the workspace's zone */
export function today(now: Date, timeZone: string): string {
  return dayAt(Temporal.Instant.fromEpochMilliseconds(now.getTime()), timeZone);
}

function dayAt(moment: Temporal.Instant, timeZone: string): string {
  return moment.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function unknownYear(field: string) {
  return invalidField(field, "Use a year from 1970 to 9999.");
}
