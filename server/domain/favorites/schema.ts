import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { key } from "../core/fields.ts";

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
