import type { Formats } from "./formats.ts";

/** The moment and the place that a page is read at; views have no clock of their own. */
export interface PageClock {
  now: Date;
  /** Where moments are told, as an IANA time zone. */
  timeZone: string;
  /** The day that it is where the workspace is: `2026-12-03`. */
  today: string;
  formats: Formats;
  /** The moment, in milliseconds, at which something that was read off it would read otherwise within the same day. */
  until: number;
}

/**
 * @param timeZone where the workspace is
 * @param own where whoever reads it is
 */
export function pageClock(
  formats: Formats,
  now: Date,
  timeZone: string,
  own: string = timeZone,
): PageClock {
  return { now, timeZone: own, today: dayAt(now, timeZone), formats, until: Infinity };
}

/**
 * A calendar day such as "3 Dec", with the year where it is another one. It is the same wherever it is read.
 * @param date `2026-12-03`
 */
export function day(date: string, clock: PageClock): string {
  const { short, long } = clock.formats.in("UTC");
  const thisYear = date.startsWith(clock.today.slice(0, 4));
  return (thisYear ? short : long).format(new Date(date));
}

/** A calendar day with its day of the week: "Thu 3 Dec". @param date `2026-12-03` */
export function dayInFull(date: string, clock: PageClock): string {
  return `${clock.formats.in("UTC").weekday.format(new Date(date))} ${day(date, clock)}`;
}

/** The day that it is somewhere at a moment: `2026-12-03`. */
function dayAt(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** A day and a time in full. */
export function moment(at: string, clock: PageClock): string {
  return clock.formats.in(clock.timeZone).full.format(new Date(at));
}

/** A moment to come, by its day and its time: "Mon 30 Nov, 09:00". */
export function comingMoment(at: string, clock: PageClock): string {
  const day = dayInFull(dayAt(new Date(at), clock.timeZone), clock);
  return `${day}, ${clock.formats.in(clock.timeZone).time.format(new Date(at))}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was: "now", "5 min", "3 h", "2 d", then its day. */
export function ago(at: string, clock: PageClock): string {
  const began = Date.parse(at);
  const passed = clock.now.getTime() - began;
  if (!(passed < 7 * DAY)) return day(dayAt(new Date(at), clock.timeZone), clock);
  const unit = passed < HOUR ? MINUTE : passed < DAY ? HOUR : DAY;
  const count = Math.floor(passed / unit);
  clock.until = Math.min(clock.until, began + (count + 1) * unit);
  if (passed < MINUTE) return "just now";
  return `${count} ${unit === MINUTE ? "min" : unit === HOUR ? "h" : "d"} ago`;
}

/** When something happened, with the whole moment for those who point at it. */
export function Ago({ at, clock }: { at: string; clock: PageClock }) {
  return <time datetime={at} title={moment(at, clock)}>{ago(at, clock)}</time>;
}

/** When something is to come, as short as can be, with the whole moment for those who point at it. */
export function Coming({ at, clock }: { at: string; clock: PageClock }) {
  return <time datetime={at} title={comingMoment(at, clock)}>{soon(at, clock)}</time>;
}

/** "18:00", "Mon 09:00", "24 Dec". */
function soon(at: string, clock: PageClock): string {
  const moment = new Date(at);
  const date = dayAt(moment, clock.timeZone);
  if (moment.getTime() - clock.now.getTime() > 6 * DAY) return day(date, clock);
  const { time, weekday } = clock.formats.in(clock.timeZone);
  const words = date === dayAt(clock.now, clock.timeZone) ? [] : [weekday.format(moment)];
  return [...words, time.format(moment)].join(" ");
}
