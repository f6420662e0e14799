import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { key } from "../core/fields.ts";
import { MOST_AT_ONCE, taskIds } from "../tasks/schema.ts";

/** Kinds of records that can be favorites. */
export const favoriteKinds = ["task", "project", "view", "team"] as const;
export type FavoriteKind = (typeof favoriteKinds)[number];

/** A record to add, by its ID, key, or reference. */
export const FavoriteInput = z.strictObject({
  kind: z.enum(favoriteKinds, `Use one of ${favoriteKinds.join(", ")}.`).describe(
    "Kind of record.",
  ),
  id: key.describe("Record, by ID, key, or task reference."),
});

const position = z.int("Use a whole number, 0 or greater.").min(
  0,
  "Use a whole number, 0 or greater.",
)
  .max(100_000);

/** A record to add, with its position among the favorites. */
export const FavoritePlace = z.strictObject({
  ...FavoriteInput.shape,
  position: position.optional().describe(
    "Position among your favorites, starting at 0. A position past the end places the favorite last. By " +
      "default, a new favorite comes first, and an existing favorite keeps its position.",
  ),
});

/** Several tasks to add or remove. */
export const FavoriteTasks = z.strictObject({
  taskIds,
  favorite: z.boolean().default(true).describe("Whether the tasks are favorites."),
  positions: z.array(position).max(MOST_AT_ONCE).optional().describe(
    "Positions of the tasks among your favorites, starting at 0, as returned when you removed them.",
  ),
});

/** A favorite as every interface returns it. */
export const Favorite = z.strictObject({
  kind: z.enum(favoriteKinds),
  id: z.string(),
  /** A task's reference, or another record's key. */
  key: z.string(),
  title: z.string(),
  createdAt: responseFields.time,
});
export type Favorite = z.output<typeof Favorite>;
