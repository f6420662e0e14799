import { invalidField } from "./errors.ts";

/** A day without a time: `2026-12-03`. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day told from today, of which a saved view may keep it: `today`, `7d` for in a week, `-7d` for a week ago. */
export const DAYS_FROM_TODAY = /^(?:today|-?[1-9]\d{0,3}d)$/;

/**
 * The calendar day that a word tells from today where the workspace is; what is no such word stays as it is.
 * @param timeZone IANA name, `Europe/Berlin`
 */
export function dayFromToday(word: string, now: Date, timeZone: string): string {
  if (!DAYS_FROM_TODAY.test(word)) return word;
  const days = word === "today" ? 0 : parseInt(word);
  return Temporal.PlainDate.from(today(now, timeZone)).add({ days }).toString();
}

/**
 * A calendar day as it is stored: `2026-12-03`, the same for everyone wherever they are. A moment becomes the day that
 * it falls on where the workspace is.
 * @param value an ISO 8601 moment or date, already checked for its form
 * @param timeZone IANA name, `Europe/Berlin`
 * @throws Invalid when it lies outside the years 1970 to 9999
 */
export function calendarDay(value: string, timeZone: string, field: string): string {
  const day = DAY.test(value) ? value : dayAt(Temporal.Instant.from(value), timeZone);
  if (day < "1970" || day.length !== 10) throw unknownYear(field);
  return day;
}

/**
 * The moment from which a time is meant: a bare date's first one where the workspace is.
 * @param value an ISO 8601 moment or date, already checked for its form
 * @param timeZone IANA name, `Europe/Berlin`
 * @returns ISO 8601 in UTC
 * @throws Invalid when it lies outside the years 1970 to 9999
 */
export function dayBegin(value: string, timeZone: string, field: string): string {
  const isDay = DAY.test(value);
  const moment = isDay
    ? Temporal.PlainDate.from(value).toZonedDateTime({ timeZone }).toInstant()
    : Temporal.Instant.from(value);
  const begin = new Date(moment.epochMilliseconds).toISOString();
  // 1970 begins in 1969 where clocks are ahead.
  if ((isDay ? value : begin) < "1970" || begin.length !== 24) throw unknownYear(field);
  return begin;
}

/** The day that it is where the workspace is. A day is over once this is a later one. @param timeZone IANA name */
export function today(now: Date, timeZone: string): string {
  return dayAt(Temporal.Instant.fromEpochMilliseconds(now.getTime()), timeZone);
}

function dayAt(moment: Temporal.Instant, timeZone: string): string {
  return moment.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function unknownYear(field: string) {
  return invalidField(field, "Use a year from 1970 to 9999.");
}
