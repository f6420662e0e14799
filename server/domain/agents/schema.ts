import { z } from "zod";
import { responseFields } from "../core/response_fields.ts";
import { teamList } from "../automations/schema.ts";
import { name } from "../core/fields.ts";
import { atLeastOneField, namesAField } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";

/** The team roles of agents, which are never leads. */
export const agentRoles = ["member", "commentator"] as const;
const agentRole = z.enum(agentRoles, "Use member or commentator.")
  .describe("Role of the agent in its teams. Commentators can only read and comment.");

/** `POST …/agents`. Without a list of teams, the agent joins every team that its automation currently has access to. */
export const AgentCreate = z.strictObject({
  automationId: keys.automation,
  name,
  teamIds: teamList.nullable().default(null)
    .describe(
      "Teams of the agent, by ID or key, or `null` for every team its automation currently has access to.",
    ),
  role: agentRole.default("member"),
});
export type AgentCreate = z.output<typeof AgentCreate>;

/** `PATCH …/agents/{agentId}`: the fields to change. */
export const AgentPatch = z.strictObject({
  name: name.optional(),
  teamIds: teamList.nullish()
    .describe(
      "Teams of the agent, by ID or key, or `null` for every team its automation has access to. " +
        "Replaces all current teams.",
    ),
  role: agentRole.optional(),
  suspended: z.boolean("Use true or false.").optional()
    .describe("Whether the agent is suspended. Applies from the next request."),
}).refine(namesAField, atLeastOneField);
export type AgentPatch = z.output<typeof AgentPatch>;

/** A visible agent as every interface returns it. */
export const Agent = z.strictObject({
  id: z.string(),
  workspaceId: z.string(),
  automationId: z.string(),
  /** The ID for `X-Backlog-Agent`, assignees, and mentions. */
  profileId: z.string(),
  name: z.string(),
  username: z.string(),
  teamIds: z.array(z.string()),
  role: z.enum(agentRoles),
  suspended: z.boolean(),
  version: z.int(),
  createdAt: responseFields.time,
  updatedAt: responseFields.time,
});
export type Agent = z.output<typeof Agent>;
