import type { Formats } from "./formats.ts";

/** The time and time zone of a page. Views have no clock of their own. */
export interface PageClock {
  now: Date;
  /** The IANA time zone for showing times. */
  timeZone: string;
  /** The current day in the workspace's time zone: `2026-12-03`. */
  today: string;
  formats: Formats;
  /** The time, in milliseconds, at which the page's texts go out of date within the day. */
  until: number;
}

/**
 * @param timeZone the workspace's time zone
 * @param own the viewer's time zone
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
 * Formats a calendar day such as "3 Dec", with the year if it isn't the current one. Time zones don't change it.
 * @param date `2026-12-03`
 */
export function day(date: string, clock: PageClock): string {
  const { short, long } = clock.formats.in("UTC");
  const thisYear = date.startsWith(clock.today.slice(0, 4));
  return (thisYear ? short : long).format(new Date(date));
}

/** Formats a calendar day with its weekday: "Thu 3 Dec". @param date `2026-12-03` */
export function dayInFull(date: string, clock: PageClock): string {
  return `${clock.formats.in("UTC").weekday.format(new Date(date))} ${day(date, clock)}`;
}

/** Returns the day of a time in a time zone: `2026-12-03`. */
function dayAt(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Formats a day and time in full. */
export function moment(at: string, clock: PageClock): string {
  return clock.formats.in(clock.timeZone).full.format(new Date(at));
}

/** Formats a future time: "Mon 30 Nov, 09:00". */
export function comingMoment(at: string, clock: PageClock): string {
  const day = dayInFull(dayAt(new Date(at), clock.timeZone), clock);
  return `${day}, ${clock.formats.in(clock.timeZone).time.format(new Date(at))}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Formats the time since an event: "just now", "5 min ago", "3 h ago", "2 d ago", then its day. */
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

/** A past time, with the full time as a tooltip. */
export function Ago({ at, clock }: { at: string; clock: PageClock }) {
  return <time datetime={at} title={moment(at, clock)}>{ago(at, clock)}</time>;
}

/** A future time in short form, with the full time as a tooltip. */
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
