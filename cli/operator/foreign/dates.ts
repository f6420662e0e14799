const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i;
const TIME = String.raw`(?:[T ,]+(?:at )?(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*([ap]m)?)?`;
const ZONE = String.raw`\s*(Z|(?:UTC|GMT)?\s*[+-]\d{2}:?\d{2}|UTC|GMT)?(?:\s*\([^)]*\))?`;
const whole = (day: string) => new RegExp(`^${day}${TIME}${ZONE}$`, "i");

/** Unambiguous formats of dates, with the order of their parts. */
const forms:
  readonly (readonly [RegExp, order: readonly ["y" | "m" | "d", ...("y" | "m" | "d")[]]])[] = [
    [whole(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`), ["y", "m", "d"]],
    [whole(String.raw`(\d{1,2})[-/ .]+([a-z]{3,9})[-/ .,]+(\d{2}|\d{4})`), ["d", "m", "y"]],
    [whole(String.raw`([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`), ["m", "d", "y"]],
  ];

/** A day with an optional time. */
interface Told {
  day: Temporal.PlainDate;
  time: Temporal.PlainTime | undefined;
  /** Minutes east of Greenwich; undefined without a zone. */
  offset: number | undefined;
}

function read(text: string): Told | undefined {
  const said = text.trim().replace(WEEKDAY, "");
  for (const [form, order] of forms) {
    const found = form.exec(said);
    if (!found) continue;
    const part = (name: "y" | "m" | "d") => found[1 + order.indexOf(name)]!;
    const day = dayOf(part("y"), part("m"), part("d"));
    const time = found[4] === undefined ? undefined : timeOf(found);
    if (!day || time === null) return undefined;
    return { day, time, offset: found[9] ? offsetOf(found[9]) : undefined };
  }
  return undefined;
}

function dayOf(year: string, month: string, day: string): Temporal.PlainDate | undefined {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const numbers = {
    year: Number(year.length === 2 ? `20${year}` : year),
    month: named || Number(month),
    day: Number(day),
  };
  try {
    return Temporal.PlainDate.from(numbers, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

function timeOf(found: RegExpExecArray): Temporal.PlainTime | null {
  const half = found[8]?.toLowerCase();
  const hour = Number(found[4]);
  if (half && (hour < 1 || hour > 12)) return null;
  try {
    return Temporal.PlainTime.from({
      hour: half ? hour % 12 + (half === "pm" ? 12 : 0) : hour,
      minute: Number(found[5]),
      second: Number(found[6] ?? 0),
      millisecond: Math.floor(Number(`0${found[7] ?? ""}`) * 1000),
    }, { overflow: "reject" });
  } catch {
    return null;
  }
}

function offsetOf(zone: string): number {
  const found = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/**
 * Parses a time in UTC. A day means its start, and a time without a zone is in the workspace's time zone.
 * @returns undefined for invalid or ambiguous text: `4/5/2024`
 */
export function momentFrom(text: string, timeZone: string): string | undefined {
  const told = read(text);
  if (!told) return undefined;
  const { day, time = new Temporal.PlainTime(), offset } = told;
  const at = offset === undefined
    ? day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
    : day.toZonedDateTime({ timeZone: "UTC", plainTime: time }).epochMilliseconds - offset * 60_000;
  return within(new Date(at).toISOString());
}

/** Parses a calendar day. A time with a zone becomes its day in the workspace's time zone. */
export function dayFrom(text: string, timeZone: string): string | undefined {
  const told = read(text);
  if (!told) return undefined;
  const moment = told.time && told.offset !== undefined ? momentFrom(text, timeZone) : undefined;
  const day = moment
    ? Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate()
    : told.day;
  return within(day.toString());
}

/** Returns the value if its year is valid in Backlog. */
function within(value: string): string | undefined {
  return value >= "1970" && value < "9999" && /^\d/.test(value) ? value : undefined;
}
