import type { RoadmapQuery, Zoom } from "../roadmap_paths.ts";

/** Number of months on the chart. */
const MONTHS = 24;
/** Number of months before the current one, by default. */
const MONTHS_BEFORE = 3;
/** Number of months that a step moves the chart. */
const STEP = 12;
const DAY_MS = 86_400_000;

/** Width of a day in pixels. `static/js/roadmap/chart.js` uses the same values. */
const dayWidths: Record<Zoom, number> = { weeks: 16, months: 5, quarters: 2 };

/** A label above the chart, and the position of its line. */
export interface Tick {
  zoom: Zoom;
  /** Position as a percentage of the width. */
  at: number;
  name: string;
}

/** The days of the chart and their positions. */
export class TimeScale {
  readonly first: Temporal.PlainDate;
  readonly days: number;
  /** Start of the first day, in milliseconds. */
  readonly #begin: number;

  /**
   * @param today `2026-12-03`
   * @param from the first month, `2026-12`
   * @param firstWeekday the first day of a week, as an ISO 8601 number
   */
  constructor(readonly today: string, from: string | undefined, readonly firstWeekday = 1) {
    this.first = from
      ? Temporal.PlainYearMonth.from(from).toPlainDate({ day: 1 })
      : Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: MONTHS_BEFORE });
    this.#begin = Date.parse(String(this.first));
    this.days = this.first.until(this.first.add({ months: MONTHS }), { largestUnit: "days" }).days;
  }

  /** The first and last day of the chart. */
  get range(): { from: string; to: string } {
    const last = this.first.add({ days: this.days - 1 });
    return { from: String(this.first), to: last.year > 9999 ? "9999-12-31" : String(last) };
  }

  /** Returns the width of the chart in pixels. */
  width(zoom: Zoom): number {
    return this.days * dayWidths[zoom];
  }

  /** The width of each zoom, for the script that zooms. */
  get widths(): string {
    return Object.keys(dayWidths).map((zoom) => this.width(zoom as Zoom)).join(" ");
  }

  /** Returns the start of a day as a percentage of the width, limited to the chart. */
  at(day: string): number {
    return this.#percent(this.#passed(day));
  }

  /** Returns the end of a day as a percentage of the width. */
  after(day: string): number {
    return this.#percent(this.#passed(day) + 1);
  }

  /** Returns the number of days since the first one. */
  #passed(day: string): number {
    return Math.round((Date.parse(day) - this.#begin) / DAY_MS);
  }

  #percent(days: number): number {
    return Math.round((1e4 * Math.max(0, Math.min(this.days, days))) / this.days) / 100;
  }

  /** The first months of the previous and the next chart. */
  get steps(): Record<"earlier" | "later", string> {
    const month = this.first.toPlainYearMonth();
    return {
      earlier: String(month.subtract({ months: STEP })),
      later: String(month.add({ months: STEP })),
    };
  }

  /** The labels above the chart, for each zoom. */
  get ticks(): Tick[] {
    return [...this.#weeks(), ...this.#months(), ...this.#quarters()];
  }

  #weeks(): Tick[] {
    const before = (this.firstWeekday + 7 - this.first.dayOfWeek) % 7;
    return this.#every("weeks", this.first.add({ days: before }), { days: 7 }, dayName);
  }

  #months(): Tick[] {
    return this.#every("months", this.first, { months: 1 }, monthName);
  }

  #quarters(): Tick[] {
    const since = (this.first.month - 1) % 3;
    const begun = this.first.subtract({ months: since });
    return this.#every("quarters", begun, { months: 3 }, quarterName);
  }

  #every(
    zoom: Zoom,
    begin: Temporal.PlainDate,
    step: { days?: number; months?: number },
    name: (day: Temporal.PlainDate) => string,
  ): Tick[] {
    const ticks: Tick[] = [];
    const end = this.first.add({ days: this.days });
    for (let day = begin; Temporal.PlainDate.compare(day, end) < 0; day = day.add(step)) {
      ticks.push({ zoom, at: this.at(String(day)), name: name(day) });
    }
    return ticks;
  }
}

/** Abbreviated as `Formats` does. */
const months = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(" ");
const dayName = ({ day, month }: Temporal.PlainDate) => `${day} ${months[month - 1]}`;
const monthName = ({ month, year }: Temporal.PlainDate) => `${months[month - 1]} ${year}`;
const quarterName = ({ month, year }: Temporal.PlainDate) => `Q${Math.ceil(month / 3)} ${year}`;

/** Reads the first month from a URL. Returns undefined for invalid text. */
export function monthIn(text: string | null): RoadmapQuery["from"] {
  return text && /^(19[7-9]\d|[2-9]\d{3})-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}
