import { dayFromToday, today } from "./days.ts";

const weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
const words = new Map([["tomorrow", "1d"], ["yesterday", "-1d"]]);
const units = { d: "days", w: "weeks", m: "months", y: "years" } as const;

/** Leap days lie up to eight years apart. */
const YEARS_AHEAD = 8;

/**
 * The calendar day that somebody types, in English: `tomorrow`, `fri`, `7d`, `in 2 weeks`, `24 dec`, `Dec 24`,
 * `24 dec 2026`, `2026-12-24`. A day of the week is the next one after today, a day without a year the next one from today
 * on.
 * @param typed as it was typed, in any case
 * @param timeZone where the workspace is, as an IANA name: `Europe/Berlin`
 * @returns `2026-12-24`; null for what is no day, or none from 1970 to 9999
 */
export function typedDay(typed: string, now: Date, timeZone: string): string | null {
  const text = typed.toLowerCase().replace(/[\s.,]+/g, " ").trim();
  const first = Temporal.PlainDate.from(today(now, timeZone));
  const day = told(dayFromToday(words.get(text) ?? text, now, timeZone)) ??
    fromNow(text, first) ?? weekday(text, first) ?? dayOfMonth(text, first);
  return day && day.year >= 1970 && day.year <= 9999 ? day.toString() : null;
}

function told(text: string): Temporal.PlainDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dayIn(Number(year), Number(month), Number(day));
}

function fromNow(text: string, first: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, count, unit] =
    /^(?:in )?(\d{1,4}|an?|one) ?(d|w|days?|weeks?|months?|years?)$/.exec(text) ?? [];
  if (!count || !unit) return null;
  const many = units[unit[0] as keyof typeof units];
  return first.add({ [many]: /\d/.test(count) ? Number(count) : 1 });
}

function weekday(text: string, first: Temporal.PlainDate): Temporal.PlainDate | null {
  const at = text.length < 2 ? -1 : weekdays.findIndex((name) => name.startsWith(text));
  return at === -1 ? null : first.add({ days: (at + 7 - first.dayOfWeek) % 7 + 1 });
}

function dayOfMonth(text: string, first: Temporal.PlainDate): Temporal.PlainDate | null {
  const { day, month, year } =
    (/^(?<day>\d{1,2})(?:st|nd|rd|th)? ?(?<month>[a-z]{3,})(?: (?<year>\d{4}))?$/.exec(text) ??
      /^(?<month>[a-z]{3,}) ?(?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/.exec(text))
      ?.groups ?? {};
  const at = month ? months.findIndex((name) => name.startsWith(month)) : -1;
  if (at === -1) return null;
  if (year) return dayIn(Number(year), at + 1, Number(day));
  for (let ahead = 0; ahead <= YEARS_AHEAD; ahead++) {
    const one = dayIn(first.year + ahead, at + 1, Number(day));
    if (one && Temporal.PlainDate.compare(one, first) >= 0) return one;
  }
  return null;
}

/** Null where the calendar has no such day. */
function dayIn(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
