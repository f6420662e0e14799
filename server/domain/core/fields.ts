import { z } from "zod";
import { DAYS_FROM_TODAY } from "./days.ts";
import { invisibleIn } from "./invisible_characters.ts";
import { grouped, validationMessage } from "./validation_messages.ts";

/**
 * The kinds of input fields. Every text refuses control characters, which would affect terminals or cut the text, and
 * lone surrogates, which UTF-8 can't encode. Tabs and line breaks depend on the kind.
 */

/** Creates the schema of a text whose only control characters are line breaks and tabs. */
export function text(max: number) {
  return z.string()
    .max(max, `Use at most ${grouped(max)} characters.`)
    .superRefine(keepable(CONTROLS));
}

/**
 * Characters that no text contains, including vertical tabs and form feeds, although trimming treats them as white
 * space.
 */
const CONTROLS = /(?![\t\n\r])\p{Cc}/u;

/** A single word, such as a key or an address, without the spaces around it. */
export const word = z.string().superRefine(keepable(CONTROLS)).trim();

/** Names the characters that can't be stored, so that stored text is returned unchanged. */
function keepable(control: RegExp) {
  return (value: string, context: z.RefinementCtx): void => {
    const found = control.exec(value)?.[0];
    if (found) context.addIssue(`Remove the control character ${codePoint(found)}.`);
    if (!value.isWellFormed()) context.addIssue("Use well-formed Unicode.");
  };
}

/** For other values: no control characters at all. */
export const unbroken = keepable(/\p{Cc}/u);

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Creates the schema of a line that can't be empty: line breaks and tabs become spaces, and the ends are trimmed. It
 * has no invisible characters.
 */
export function line(max: number) {
  return text(max).superRefine((value, context) => {
    const found = invisibleIn(value);
    if (found) context.addIssue(`Remove the invisible character ${codePoint(found)}.`);
  }).transform((value) => value.replace(/\s+/gu, " ").trim())
    .pipe(z.string().min(1, "Enter at least one character."));
}

/** Several lines; line endings become `\n`. Text with only white space becomes null. */
export function prose(max: number) {
  return text(max).transform((value) => {
    const unified = value.replace(/\r\n?/g, "\n");
    return unified.trim() === "" ? null : unified;
  });
}

/** An ID or another short key from a request. The operation checks whether it exists. */
export const key = z.string().min(1, "Enter an ID, key, or name.").max(
  100,
  "Use at most 100 characters.",
)
  .superRefine(unbroken);

/** An email address in the form that sign-in compares: trimmed, in lower case. */
export const email = word.toLowerCase().max(254, "Use an address of at most 254 characters.")
  .pipe(z.email("Enter an email address such as ada@example.com."))
  .describe("Email address. Not case-sensitive.");

/** Task titles: 512 characters. */
export const taskTitle = line(512).describe("Title, in one line of at most 512 characters.");
/** Markdown texts: 100,000 characters. */
export const markdown = prose(100_000).describe(
  "Description in Markdown, at most 100,000 characters.",
);
/** Names of people, workspaces, teams, labels: 80 characters. */
export const name = line(80).describe("One-line name, at most 80 characters.");

/** A moment with its offset. Times are counted in nanoseconds at most. RFC 3339, 5.6 */
const instant = z.iso.datetime({ offset: true }).refine((value) => !/\.\d{10}/.test(value));

/**
 * Returns the message that a day doesn't exist, or that names the format. @param form `Use a date such as 2026-12-03.`
 */
export function wrongDay(form: string) {
  return ({ input }: { input?: unknown }): string => {
    const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(typeof input === "string" ? input : "")?.[0] ?? "";
    const lacks = day !== "" && !z.iso.date().safeParse(day).success;
    return lacks ? `Use a day that exists. ${day} isn't in the calendar.` : form;
  };
}

/** An ISO 8601 time, or a date. The operation converts it. */
export const moment = z.union([instant, z.iso.date()], {
  error: wrongDay("Use a date such as 2026-12-03 or a time such as 2026-12-03T17:00:00Z."),
}).describe("Date such as 2026-12-03, or time with an offset such as 2026-12-03T17:00:00Z.");

/** A relative day. `RULES.md`, Dates and times */
const fromToday = z.string().regex(DAYS_FROM_TODAY);
export const dayExamples =
  "a date such as 2026-12-03, a time such as 2026-12-03T17:00:00Z, today, or days from today such as 7d or -7d";

/** A time or day in a filter: ISO 8601, or a relative day. */
export const momentFromToday = z.union([instant, z.iso.date(), fromToday], {
  error: wrongDay(`Use ${dayExamples}.`),
});

/** A calendar day, or a time that is converted to its day. The operation knows the time zone. */
export const day = moment.describe(
  "Calendar day, such as 2026-12-03. A time is converted to its day in the workspace's time zone.",
);

/**
 * Returns a patch's fields, each optional. A patch without fields is refused.
 * @param beside a field with options of the change, which changes nothing by itself
 */
export function patchOf<S extends z.core.$ZodShape>(shape: S, beside?: string & keyof S) {
  return z.strictObject(shape).refine(
    (patch) =>
      Object.entries(patch).some(([name, value]) => name !== beside && value !== undefined),
    // An invalid patch isn't also reported as empty.
    { error: "Choose at least one field to change.", when: ({ issues }) => issues.length === 0 },
  );
}

/** Adds to a list's description that a patch replaces the whole list. */
export function replacing<S extends z.ZodType>(list: S, noun: string): S {
  return list.describe(`${list.description} Replaces all current ${noun}.`);
}

/** `true` and `false` as a query string spells them. */
export const queryFlag = z.enum(["true", "false"], "Use true or false.")
  .transform((value) => value === "true");
/** Whether a list includes archived records. */
export const includeArchived = queryFlag.optional()
  .describe("Whether to include archived records.");
/** The field that archives and restores. */
export const archived = z.boolean().describe(
  "Whether the record is archived. `true` archives it, and `false` restores it.",
);

/** Schemas that read a text as a comma-separated list, with their items. `/openapi.json` describes them as arrays. */
export const commaLists = z.registry<{ list: unknown }>();

/** Reads comma-separated values of one query parameter. An invalid value is reported for the parameter. */
export function commaList<T extends z.ZodType<unknown, string>>(item: T) {
  const list = z.array(item).max(50);
  return z.string().max(2_000).superRefine(keepable(CONTROLS)).transform(
    (value, context): z.output<T>[] => {
      const parsed = list.safeParse(value.split(",").map((part) => part.trim()), {
        error: validationMessage,
      });
      if (parsed.success) return parsed.data;
      const messages = new Set(parsed.error.issues.map(({ message }) => message));
      for (const message of messages) context.addIssue({ code: "custom", message });
      return z.NEVER;
    },
  ).register(commaLists, { list });
}

/** A team's key: the start of its tasks' references. */
export const teamKey = word.toUpperCase()
  .regex(
    /^[A-Z][A-Z0-9]{0,9}$/,
    "Use 1 to 10 letters and digits, starting with a letter, such as ENG.",
  )
  .describe(
    "Prefix for task references, such as `ENG`. 1 to 10 letters and digits, starting with a letter.",
  );
