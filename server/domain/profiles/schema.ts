import { z } from "zod";
import { scopes } from "../actor.ts";
import { name } from "../fields.ts";

/** A person or agent in a workspace, as every door gives them. */
export const MemberRecord = z.strictObject({
  id: z.string(),
  kind: z.enum(["human", "agent"]),
  name: z.string(),
  username: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  bio: z.string().nullable(),
  role: z.enum(["owner", "admin", "member"]).nullable(),
  teams: z.array(
    z.strictObject({ id: z.string(), role: z.enum(["lead", "member", "commentator"]) }),
  ),
  createdAt: z.string(),
});
export type MemberRecord = z.output<typeof MemberRecord>;

/** What somebody may change of themselves. */
export const ViewerPatch = z.strictObject({
  name: name.optional(),
  theme: z.enum(["system", "light", "dark"], "Use system, light or dark.").optional(),
});

/** Who is asking. `contract.md`, `GET /me` */
export const Me = z.strictObject({
  principal: z.strictObject({
    kind: z.enum(["human", "automation"]),
    tokenKind: z.enum(["session", "pat", "automation"]),
    credentialId: z.string(),
    scopes: z.array(z.enum(scopes)),
    /** For an automation: which one, and the teams that it reaches. */
    automation: z.strictObject({
      id: z.string(),
      name: z.string(),
      providerType: z.string(),
      teamIds: z.array(z.string()),
    }).nullable(),
  }),
  /** The person; an automation is none. */
  viewer: z.strictObject({ id: z.string(), email: z.string(), name: z.string() }).nullable(),
  member: z.strictObject({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    role: z.enum(["owner", "admin", "member"]),
    teams: z.array(
      z.strictObject({ id: z.string(), role: z.enum(["lead", "member", "commentator"]) }),
    ),
  }).nullable(),
  workspace: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string() }).nullable(),
});
export type Me = z.output<typeof Me>;
