import { z } from "zod";

/** A team as every door gives it. */
export const Team = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  expertiseArea: z.string().nullable(),
  private: z.boolean(),
  /** The asking person's own role in it. */
  role: z.enum(["lead", "member", "commentator"]).nullable(),
  memberCount: z.int(),
  createdAt: z.string(),
});
export type Team = z.output<typeof Team>;
