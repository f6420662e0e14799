import { z } from "zod";
import { line } from "../core/fields.ts";

/** The kinds that a search can be limited to. A prefix in the text does the same. */
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

/** A found record as every interface returns it. */
export const FoundRecord = z.strictObject({
  kind: z.enum(foundKinds),
  id: z.string(),
  /** The reference of a task, the key of a project, team, or view, or a person's username. */
  key: z.string(),
  title: z.string(),
  /** The team of a task, the summary of a project, the title of a person, or the description of a team or view. */
  subtitle: z.string().nullable(),
  /** The status of a task or project; `suspended` for a suspended agent. */
  status: z.string().nullable(),
  /** Whether the record is one of the actor's favorites. */
  favorite: z.boolean(),
  /**
   * Where the words were found: `field` if a property of the record matches, such as its label, assignee, or status;
   * `synonym` if only a word of the same meaning matches.
   */
  matched: z.enum(["key", "title", "text", "field", "synonym"]),
});
export type FoundRecord = z.output<typeof FoundRecord>;
