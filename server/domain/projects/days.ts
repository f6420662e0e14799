import { invalidField } from "../errors.ts";

/**
 * A project's date as it is stored: `2026-12-03`. A moment becomes the day that it falls on where the workspace is.
 * @param value an ISO 8601 moment or date, already checked for its form
 * @param timeZone IANA name, `Europe/Berlin`
 * @throws Invalid when it lies outside the years 1970 to 9999
 */
export function calendarDay(value: string, timeZone: string, field: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? value
    : Temporal.Instant.from(value).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  if (day < "1970" || day.length !== 10) throw invalidField(field, "Use a year from 1970 to 9999.");
  return day;
}

/**
 * The moment from which a time is meant: a bare date's first one where the workspace is.
 * @param value an ISO 8601 moment or date, already checked for its form
 * @param timeZone IANA name, `Europe/Berlin`
 * @returns ISO 8601 in UTC
 */
export function dayBegin(value: string, timeZone: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? Temporal.PlainDate.from(value).toZonedDateTime({ timeZone }).toInstant()
    : Temporal.Instant.from(value);
  return new Date(moment.epochMilliseconds).toISOString();
}

/** @throws Invalid when a project would end before it starts */
export function requireOrder(startDate: string | null, targetDate: string | null): void {
  if (startDate === null || targetDate === null || startDate <= targetDate) return;
  throw invalidField("targetDate", `The target date can't be before the start, ${startDate}.`, {
    code: "dates_out_of_order",
  });
}
