import { z } from "zod";
import { word } from "./fields.ts";

/** An IANA time zone. An offset such as +02:00 isn't one, because it has no daylight saving time. */
export const timeZone = word.max(64, "Use a shorter IANA time zone name, such as Europe/Berlin.")
  .transform((name, context) => {
    try {
      if (/^[A-Za-z]/.test(name)) {
        const format = new Intl.DateTimeFormat("en", { timeZone: name });
        return format.resolvedOptions().timeZone;
      }
    } catch { /* refused below */ }
    context.addIssue("Use an IANA time zone such as Europe/Berlin or UTC.");
    return z.NEVER;
  }).pipe(z.string());
