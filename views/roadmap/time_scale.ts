import type { RoadmapQuery, Zoom } from "../roadmap_paths.ts";

/** How many months the chart shows. */
const MONTHS = 24;
/** How many of them lie before today's, unless another one is asked for. */
const MONTHS_BEFORE = 3;
/** By how many months one goes earlier or later. */
const STEP = 12;
const DAY_MS = 86_400_000;

/** How wide a day is, in pixels. `static/js/roadmap/chart.js` zooms by the same. */
const dayWidths: Record<Zoom, number> = { weeks: 16, months: 5, quarters: 2 };

/** A label above the chart, and the line that it begins at. */
export interface Tick {
  zoom: Zoom;
  /** In percent of the whole. */
  at: number;
  name: string;
}

/** The days that the chart shows, and where on it each of them lies. */
export class TimeScale {
  readonly first: Temporal.PlainDate;
  readonly days: number;
  /** When the first day begins, in milliseconds. */
  readonly #begin: number;

  /**
   * @param today `2026-12-03`
   * @param from the month that it begins with, `2026-12`
   * @param firstWeekday the day that weeks begin with, as ISO 8601 counts them
   */
  constructor(readonly today: string, from: string | undefined, readonly firstWeekday = 1) {
    this.first = from
      ? Temporal.PlainYearMonth.from(from).toPlainDate({ day: 1 })
      : Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: MONTHS_BEFORE });
    this.#begin = Date.parse(String(this.first));
    this.days = this.first.until(this.first.add({ months: MONTHS }), { largestUnit: "days" }).days;
  }

  /** The first and the last day that a project may have. */
  get range(): { from: string; to: string } {
    const last = this.first.add({ days: this.days - 1 });
    return { from: String(this.first), to: last.year > 9999 ? "9999-12-31" : String(last) };
  }

  /** How wide the whole is. */
  width(zoom: Zoom): number {
    return this.days * dayWidths[zoom];
  }

  /** How wide each zoom makes it, for the script that zooms. */
  get widths(): string {
    return Object.keys(dayWidths).map((zoom) => this.width(zoom as Zoom)).join(" ");
  }

  /** Where a day begins, in percent of the whole: outside of it, at its edge. */
  at(day: string): number {
    return this.#percent(this.#passed(day));
  }

  /** Where a day ends. */
  after(day: string): number {
    return this.#percent(this.#passed(day) + 1);
  }

  /** How many days lie between the first one and another. */
  #passed(day: string): number {
    return Math.round((Date.parse(day) - this.#begin) / DAY_MS);
  }

  #percent(days: number): number {
    return Math.round((1e4 * Math.max(0, Math.min(this.days, days))) / this.days) / 100;
  }

  /** The months from which an earlier and a later chart begin. */
  get steps(): Record<"earlier" | "later", string> {
    const month = this.first.toPlainYearMonth();
    return {
      earlier: String(month.subtract({ months: STEP })),
      later: String(month.add({ months: STEP })),
    };
  }

  /** What stands above the chart, at each zoom. */
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

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const dayName = ({ day, month }: Temporal.PlainDate) => `${day} ${months[month - 1]}`;
const monthName = ({ month, year }: Temporal.PlainDate) => `${months[month - 1]} ${year}`;
const quarterName = ({ month, year }: Temporal.PlainDate) => `Q${Math.ceil(month / 3)} ${year}`;

/** What months the address names; undefined for none that it can be. */
export function monthIn(text: string | null): RoadmapQuery["from"] {
  return text && /^(19[7-9]\d|[2-9]\d{3})-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}
