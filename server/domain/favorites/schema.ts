import { z } from "zod";

export const favoriteKinds = ["task", "project", "view", "team"] as const;

/** Something that somebody pinned, as the sidebar names it. */
export const Favorite = z.strictObject({
  kind: z.enum(favoriteKinds),
  id: z.string(),
  /** `ENG-142`, a project's or team's key, a view's key. */
  key: z.string(),
  name: z.string(),
  createdAt: z.string(),
});
export type Favorite = z.output<typeof Favorite>;
