import { z } from "zod";
import { line } from "../core/fields.ts";

/** What a search can be narrowed to; a prefix in the text says the same. */
export const searchScopes = ["all", "tasks", "projects", "people", "teams", "views"] as const;
export type SearchScope = (typeof searchScopes)[number];

export const foundKinds = ["task", "draft", "project", "person", "agent", "team", "view"] as const;

/** `GET …/search`. */
export const SearchInput = z.strictObject({
  q: line(200).describe(
    "Text to search for. Start with `@` to find only people, `$` for projects, or `#` for tasks. " +
      "A search word of one or two letters matches only the start of words in titles, names, and keys.",
  ),
  scope: z.enum(searchScopes, `Use one of ${searchScopes.join(", ")}.`).default("all")
    .describe("Filter by kind of record."),
  limit: z.coerce.number("Enter a number from 1 to 50.").int().min(1).max(50).default(20)
    .describe("Maximum number of records to return, from 1 to 50."),
});

/** Something that was found, as every interface gives it. */
export const FoundRecord = z.strictObject({
  kind: z.enum(foundKinds),
  id: z.string(),
  /** A task's reference, a project's, team's or view's key, somebody's username. */
  key: z.string(),
  title: z.string(),
  /** A task's team, a project's summary, somebody's title, a team's or view's description. */
  subtitle: z.string().nullable(),
  /** A task's or project's; `suspended` for an agent that is. */
  status: z.string().nullable(),
  /** Whether the asking person pinned it. */
  favorite: z.boolean(),
  /**
   * Where the words were found: `field` where one of them says what the record is, its label, assignee or status say;
   * `synonym` where only another word for one of them was.
   */
  matched: z.enum(["key", "title", "text", "field", "synonym"]),
});
export type FoundRecord = z.output<typeof FoundRecord>;
