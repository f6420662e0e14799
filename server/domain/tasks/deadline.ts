import { invalidField } from "../errors.ts";

/**
 * A deadline as it is stored: UTC. A bare date means the end of that day where the workspace is.
 * @param value an ISO 8601 moment or date, already checked for its form
 * @param timeZone IANA name, `Europe/Berlin`
 * @throws Invalid when it lies outside the years 1970 to 9999
 */
export function deadlineMoment(value: string, timeZone: string): string {
  const iso = momentOf(value, timeZone, "23:59:59");
  if (iso < "1970" || iso.length !== 24) {
    throw invalidField("deadlineAt", "Use a year from 1970 to 9999.");
  }
  return iso;
}

/**
 * What a filter compares moments with, in the form in which they are stored. A bare date means the start of that day
 * where the workspace is.
 * @param value an ISO 8601 moment or date, already checked for its form
 */
export function startMoment(value: string, timeZone: string): string {
  return momentOf(value, timeZone, "00:00:00");
}

function momentOf(value: string, timeZone: string, plainTime: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? Temporal.PlainDate.from(value).toZonedDateTime({ timeZone, plainTime }).toInstant()
    : Temporal.Instant.from(value);
  return new Date(moment.epochMilliseconds).toISOString();
}
