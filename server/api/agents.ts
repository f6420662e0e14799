import { z } from "zod";
import { createAgent } from "../domain/agents/create.ts";
import { findAgent, listAgents } from "../domain/agents/list.ts";
import { Agent } from "../domain/agents/schema.ts";
import { updateAgent } from "../domain/agents/update.ts";
import type { Versioned } from "../domain/core/versioned.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Automation and agents";
const path = "/workspaces/{workspaceId}/agents";

const oneAgent = {
  tag,
  response: z.strictObject({ agent: Agent }),
  answer: (found: Versioned<Agent>) => `{"agent":${found.json}}`,
  version: (found: Versioned<Agent>) => found.version,
};

export const agentsEndpoints = [
  collection({
    path,
    operation: listAgents,
    tag,
    summary: "List agents",
    plural: "agents",
    record: Agent,
  }),
  endpoint({
    ...oneAgent,
    method: "POST",
    path,
    operation: createAgent,
    summary: "Create an agent",
    description:
      "Requires the owner or admin role. Use the agent's `profileId` in `X-Backlog-Agent`, as an " +
      "assignee, and in mentions.",
    status: 201,
    location: (found) => found.id,
    example: {
      automationId: "Release bot",
      name: "Release notes",
      role: "member",
    },
  }),
  endpoint({
    ...oneAgent,
    method: "GET",
    path: `${path}/{agentId}`,
    operation: findAgent,
    summary: "Get an agent",
    status: 200,
  }),
  endpoint({
    ...oneAgent,
    method: "PATCH",
    path: `${path}/{agentId}`,
    operation: updateAgent,
    summary: "Update or suspend an agent",
    description:
      "Requires the owner or admin role. A suspended agent keeps its tasks and its name in activity.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { role: "commentator" },
  }),
];
