interface ZoneFormats {
  short: Intl.DateTimeFormat;
  long: Intl.DateTimeFormat;
  full: Intl.DateTimeFormat;
  weekday: Intl.DateTimeFormat;
  time: Intl.DateTimeFormat;
}

/** Date formatters by time zone. Creating one costs a hundred times more than using it. */
export class Formats {
  #made = new Map<string, ZoneFormats>();

  /** @param timeZone IANA name, `Europe/Berlin` */
  in(timeZone: string): ZoneFormats {
    let found = this.#made.get(timeZone);
    if (!found) {
      const make = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
      found = {
        short: make({ day: "numeric", month: "short" }),
        long: make({ day: "numeric", month: "short", year: "numeric" }),
        full: make({ dateStyle: "long", timeStyle: "short" }),
        weekday: make({ weekday: "short" }),
        time: make({ timeStyle: "short" }),
      };
      this.#made.set(timeZone, found);
    }
    return found;
  }
}
