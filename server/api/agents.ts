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
    summary: "List the agents",
    plural: "agents",
    record: Agent,
  }),
  endpoint({
    ...oneAgent,
    method: "POST",
    path,
    operation: createAgent,
    summary: "Make an agent",
    description:
      "For managers. Its `profileId` is what `X-Backlog-Agent`, assignees and mentions name.",
    status: 201,
    location: (found) => found.id,
    example: {
      automationId: "auto_01m1f7vw3heqa9zr4k6t2bbqt1",
      name: "Release notes",
      role: "member",
    },
  }),
  endpoint({
    ...oneAgent,
    method: "GET",
    path: `${path}/{agentId}`,
    operation: findAgent,
    summary: "Read one agent",
    status: 200,
  }),
  endpoint({
    ...oneAgent,
    method: "PATCH",
    path: `${path}/{agentId}`,
    operation: updateAgent,
    summary: "Change an agent, or suspend it",
    description: "For managers. Its tasks and its name in history stay.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { role: "commentator" },
  }),
];
