import { DAYS_FROM_TODAY, today } from "./days.ts";
import { beginOfWeek, endOfWeek, type WeekStart } from "./weeks.ts";

type PlainDate = Temporal.PlainDate;

const weekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
const words = new Map([
  ["today", "0d"],
  ["tomorrow", "1d"],
  ["yesterday", "-1d"],
  ["weekend", "saturday"],
  ["this weekend", "saturday"],
]);
const ends = /^(eow|eom|end of (?:(?:the|this) )?(?:week|month))$/;
const units = { d: "days", w: "weeks", m: "months", y: "years" } as const;

/** Leap days are up to eight years apart. */
const YEARS_AHEAD = 8;
/** A leap year. */
const LEAP_YEAR = 2028;

/** A typed day. */
export type TypedDay = {
  /** `2026-12-24`. */
  day: string;
  /** The day for a filter: `7d` if it was typed relative to today in days or weeks. */
  word: string;
  why?: undefined;
} | {
  day: null;
  /**
   * The reason that typed text isn't a valid day, if it looks like one: it doesn't exist, or it is ambiguous. Otherwise
   * null.
   */
  why: string | null;
};

/** A parsed day, or the reason that it is invalid, or null for other text. */
type Reading = { date: PlainDate; fromToday?: boolean } | { why: string } | null;

/**
 * Parses a day in English: `tomorrow`, `fri`, `next week`, `eow`, `7d`, `in 2 weeks`, `3 days ago`, `24 dec`, `Dec 24`,
 * `24 dec 2026`, `24.12.`, `24/12/2026`, `2026-12-24`. A weekday is the next one after today, and a day without a year
 * the next one from today on. Ambiguous text is invalid.
 * @param typed the text, in any case
 * @param timeZone the IANA time zone: `Europe/Berlin`
 * @param weekStart the person's first day of the week
 * @returns a day from 1970 to 9999, or the reason that it is invalid
 */
export function typedDay(
  typed: string,
  now: Date,
  timeZone: string,
  weekStart: WeekStart = "monday",
): TypedDay {
  const text = tidied(typed.toLowerCase());
  const first = Temporal.PlainDate.from(today(now, timeZone));
  const read = numbered(text, first) ??
    inWords(tidied(text.replaceAll(".", " ")), first, weekStart);
  if (read === null || "why" in read) return { day: null, why: read?.why ?? null };
  const { date, fromToday } = read;
  if (date.year < 1970 || date.year > 9999) {
    return { day: null, why: "Use a year from 1970 to 9999." };
  }
  const word = `${first.until(date).days}d`.replace(/^0d$/, "today");
  const day = date.toString();
  return { day, word: fromToday && DAYS_FROM_TODAY.test(word) ? word : day };
}

const tidied = (text: string) => text.replace(/[\s,]+/g, " ").trim();

function inWords(typed: string, first: PlainDate, weekStart: WeekStart): Reading {
  const thisWeek = beginOfWeek(first, weekStart);
  if (typed === "next week") return { date: thisWeek.add({ weeks: 1 }) };
  const [, ended] = ends.exec(typed) ?? [];
  if (ended) {
    const ofWeek = /^eow$|week$/.test(ended);
    return { date: ofWeek ? endOfWeek(first, weekStart) : first.with({ day: first.daysInMonth }) };
  }
  const text = words.get(typed) ?? typed;
  return fromNow(text, first) ?? weekday(text, first, thisWeek) ?? dayOfMonth(text, first);
}

/**
 * Parses `2026-12-24`, `24.12.`, and `24/12/2026`. Day and month can have either order if only one of the two numbers
 * can be the month.
 */
function numbered(text: string, first: PlainDate): Reading {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year) return dayOf(first, Number(day), Number(month), year);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d{2}))?$/.exec(text);
  if (dotted) return dayOf(first, Number(dotted[1]), Number(dotted[2]), dotted[3]);
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
  if (!slashed) return null;
  const [one, other] = [Number(slashed[1]), Number(slashed[2])];
  const read = [dayOf(first, one, other, slashed[3]), dayOf(first, other, one, slashed[3])];
  return either(text, first, read.flatMap((one) => "date" in one ? one.date : [])) ??
    read[other > months.length && one <= months.length ? 1 : 0]!;
}

function fromNow(text: string, first: PlainDate): Reading {
  const [, before, sign, count, unit, after] =
    /^(in )?(-?)(\d{1,4}|an?|one) ?(d|w|days?|weeks?|months?|years?)( ago| from now)?$/
      .exec(text) ?? [];
  if (!count || !unit || (before && after)) return null;
  if (sign && (before || after)) return null;
  const letter = unit[0] as keyof typeof units;
  const many = (/\d/.test(count) ? Number(count) : 1) * (sign || after === " ago" ? -1 : 1);
  return { date: first.add({ [units[letter]]: many }), fromToday: /[dw]/.test(letter) };
}

/**
 * Returns the next such weekday after today. With `this` and `next`, returns that day if it is unambiguous.
 * @param thisWeek the first day of this week
 */
function weekday(text: string, first: PlainDate, thisWeek: PlainDate): Reading {
  const [, which, named = ""] = /^(?:(this|next|on|coming) )?([a-z]{2,})$/.exec(text) ?? [];
  const at = named ? weekdays.findIndex((name) => name.startsWith(named)) : -1;
  if (at === -1) return null;
  const coming = first.add({ days: (at + 7 - first.dayOfWeek) % 7 + 1 });
  const ofThisWeek = thisWeek.add({ days: (at + 8 - thisWeek.dayOfWeek) % 7 });
  if (which === "next") return either(text, first, [coming, ofThisWeek.add({ weeks: 1 })]);
  if (which !== "this") return { date: coming };
  const isOver = Temporal.PlainDate.compare(ofThisWeek, first) < 0;
  return either(text, first, isOver ? [ofThisWeek, coming] : [ofThisWeek]);
}

function dayOfMonth(text: string, first: PlainDate): Reading {
  const { day, month, year } =
    (/^(?<day>\d{1,2})(?:st|nd|rd|th)? ?(?<month>[a-z]{3,})(?: (?<year>\d{4}))?$/.exec(text) ??
      /^(?<month>[a-z]{3,}) ?(?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/.exec(text))
      ?.groups ?? {};
  const at = month ? months.findIndex((name) => name.startsWith(month)) : -1;
  return at === -1 ? null : dayOf(first, Number(day), at + 1, year);
}

/**
 * Returns a day of a year, of this century if the year has two digits. Without a year, returns the next one from today
 * on.
 */
function dayOf(first: PlainDate, day: number, month: number, typedYear: string | undefined) {
  const year = typedYear?.length === 2 ? 2000 + Number(typedYear) : typedYear && Number(typedYear);
  if (year !== undefined && year !== "") {
    const date = dayIn(year, month, day);
    return date ? { date } : noSuchDay(day, month, year);
  }
  for (let ahead = 0; ahead <= YEARS_AHEAD; ahead++) {
    const date = dayIn(first.year + ahead, month, day);
    if (date && Temporal.PlainDate.compare(date, first) >= 0) return { date };
  }
  return noSuchDay(day, month);
}

function noSuchDay(day: number, month: number, year?: number): { why: string } {
  const name = months[month - 1];
  if (name === undefined) return { why: `There is no month ${month}.` };
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: year ?? LEAP_YEAR, month });
  const of = `${capital(name)}${year === undefined ? "" : ` ${year}`}`;
  return { why: `There is no ${day} ${of}. ${of} has ${daysInMonth} days.` };
}

/** Returns the day that all readings share, or the message that two are possible. */
function either(text: string, first: PlainDate, dates: readonly PlainDate[]): Reading {
  const [one, other] = dates;
  if (!one) return null;
  if (!other || one.equals(other)) return { date: one };
  const called = (date: PlainDate, month: (name: string) => string) =>
    `${date.day} ${month(months[date.month - 1]!)}${
      date.year === first.year ? "" : ` ${date.year}`
    }`;
  const [a, b] = [one, other].map((date) => called(date, capital));
  const [typeA, typeB] = [one, other].map((date) => called(date, (name) => name.slice(0, 3)));
  return { why: `“${text}” can mean ${a} or ${b}. Enter ${typeA} or ${typeB}.` };
}

const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1);

/** Returns null for a nonexistent day. */
function dayIn(year: number, month: number, day: number): PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
