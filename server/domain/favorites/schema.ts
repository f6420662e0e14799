import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { key } from "../core/fields.ts";
import { MOST_AT_ONCE, taskIds } from "../tasks/schema.ts";

/** What people can pin. */
export const favoriteKinds = ["task", "project", "view", "team"] as const;
export type FavoriteKind = (typeof favoriteKinds)[number];

/** One record to pin, by its id, key or reference. */
export const FavoriteInput = z.strictObject({
  kind: z.enum(favoriteKinds, `Use one of ${favoriteKinds.join(", ")}.`).describe(
    "What kind of record it is.",
  ),
  id: key.describe("Its id; a task's reference or another one's key does as well."),
});

const position = z.int("Use a whole number from 0.").min(0, "Use a whole number from 0.")
  .max(100_000);

/** A record to pin, and where among one's other favorites. */
export const FavoritePlace = z.strictObject({
  ...FavoriteInput.shape,
  position: position.optional().describe(
    "Where it stands among one's other favorites, from 0; past the end means last. Without it a new one comes first, " +
      "and a pinned one keeps its place.",
  ),
});

/** Many tasks to pin or unpin. */
export const FavoriteTasks = z.strictObject({
  taskIds,
  favorite: z.boolean().default(true).describe("`false` unpins them."),
  positions: z.array(position).max(MOST_AT_ONCE).optional().describe(
    "Where each of them stands among one's favorites then, from 0, as unpinning them told it.",
  ),
});

/** A pinned record as every door gives it. */
export const Favorite = z.strictObject({
  kind: z.enum(favoriteKinds),
  id: z.string(),
  /** A task's reference; the others' key. */
  key: z.string(),
  title: z.string(),
  createdAt: responseFields.time,
});
export type Favorite = z.output<typeof Favorite>;
