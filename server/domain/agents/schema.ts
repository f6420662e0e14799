import { z } from "zod";
import { teamList } from "../automations/schema.ts";
import { key, name } from "../fields.ts";
import { namesAField, somethingNamed } from "../found.ts";

/** What an agent can be in its teams: never a lead. `contract.md`, REST API v1 */
export const agentRoles = ["member", "commentator"] as const;
const agentRole = z.enum(agentRoles, "Use member or commentator.");

/** `POST …/agents`. Without a list of teams it joins every one that its automation reaches now. */
export const AgentCreate = z.strictObject({
  automationId: key,
  name,
  teamIds: teamList.nullable().default(null),
  role: agentRole.default("member"),
});
export type AgentCreate = z.output<typeof AgentCreate>;

/** `PATCH …/agents/{agentId}`: the fields that change. */
export const AgentPatch = z.strictObject({
  name: name.optional(),
  /** Exactly these; null for every team that its automation reaches now. */
  teamIds: teamList.nullish(),
  role: agentRole.optional(),
  suspended: z.boolean("Say true or false.").optional(),
}).refine(namesAField, somethingNamed);
export type AgentPatch = z.output<typeof AgentPatch>;

/** A visible agent as every door gives it. */
export const Agent = z.strictObject({
  id: z.string(),
  workspaceId: z.string(),
  automationId: z.string(),
  /** What `X-Backlog-Agent`, assignees and mentions name. */
  profileId: z.string(),
  name: z.string(),
  username: z.string(),
  teamIds: z.array(z.string()),
  role: z.enum(agentRoles),
  suspended: z.boolean(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Agent = z.output<typeof Agent>;
