import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

/**
 * Returns the message for an invalid field whose schema has none of its own. Each message states the rule.
 * https://zod.dev/error-customization
 */
export function validationMessage(issue: Issue): string {
  const field = fieldOf(issue.path ?? []);
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `Enter a value for ${field}.`
        : `Use ${kinds[String(issue.expected)] ?? "another kind of value"} for ${field}.`;
    case "invalid_value":
      return issue.input === undefined
        ? `Enter a value for ${field}.`
        : `Use ${oneOf(issue.values)}.`;
    case "too_big":
      return `Use at most ${amount(issue.maximum, issue.origin)}.`;
    case "too_small":
      return `Use at least ${amount(issue.minimum, issue.origin)}.`;
    case "unrecognized_keys":
      return issue.keys.map((name) => unknownName(name)).join(" ");
    default:
      return `Use a valid value for ${field}.`;
  }
}

/** Returns the message for a name that the schema doesn't have: a field of a body, or a parameter of a query. */
export function unknownName(name: string, kind: "field" | "parameter" = "field"): string {
  return `There is no ${kind} ${name}.`;
}

/** Names of Zod's types for people. */
const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

/** Returns the innermost name of a path, with the position in its list: `title`, `tags.0`. */
function fieldOf(path: PropertyKey[]): string {
  const from = path.findLastIndex((part) => typeof part === "string");
  return path.slice(Math.max(from, 0)).join(".");
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map(String);
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(", ")}${words.length > 2 ? "," : ""} or ${words.at(-1)}`;
}

/** Formats a whole number in English: `100,000`. Intl would load all of its language data for this. */
export function grouped(count: number | bigint): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ",");
}

function amount(most: number | bigint, origin: string): string {
  const number = grouped(most);
  if (origin === "string") return `${number} character${most === 1 ? "" : "s"}`;
  return origin === "array" ? `${number} items` : number;
}
