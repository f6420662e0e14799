import { z } from "zod";
import { name } from "../fields.ts";

/** A person or agent in a workspace, as every door gives them. */
export const MemberRecord = z.object({
  id: z.string(),
  kind: z.enum(["human", "agent"]),
  name: z.string(),
  username: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  bio: z.string().nullable(),
  role: z.enum(["owner", "admin", "member"]).nullable(),
  teams: z.array(z.object({ id: z.string(), role: z.enum(["lead", "member", "commentator"]) })),
  createdAt: z.string(),
});
export type MemberRecord = z.output<typeof MemberRecord>;

/** What somebody may change of themselves. */
export const ViewerPatch = z.strictObject({
  name: name.optional(),
  theme: z.enum(["system", "light", "dark"], "Use system, light or dark.").optional(),
});
