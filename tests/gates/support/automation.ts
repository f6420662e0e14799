import { createAgent } from "../../../server/domain/agents/create.ts";
import { createAutomation } from "../../../server/domain/automations/create.ts";
import { parseJson } from "../../../server/domain/core/json.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import type { FullCast } from "./full_cast.ts";

/** Adds an automation with an agent. */
export async function addAutomation({ world, ada, ids, teams }: FullCast): Promise<void> {
  const made = await perform(world.services, ada.member, createAutomation, { name: "Gatekeeper" });
  const { id: automationId } = parseJson(made.json);
  const input = { automationId, name: "Sleeper", teamIds: [teams.eng] };
  const agent = parseJson((await perform(world.services, ada.member, createAgent, input)).json);
  Object.assign(ids, { automation: automationId, agent: agent.id });
}
