import type { Member } from "../core/actor.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { addAgentProfile } from "../profiles/agent_profile.ts";
import { grantedScopes } from "./grant.ts";
import { requireAutomationManager } from "./manager.ts";
import { readAutomation } from "./record.ts";
import { type Automation, AutomationCreate } from "./schema.ts";
import { issueSecret } from "./secret.ts";
import { resolveTeamIds, setTeams } from "./teams.ts";
import { recordAccessChange } from "./record_access_change.ts";

/** A new automation, and its secret: shown here and never again. */
export interface NewAutomation extends Versioned<Automation> {
  secret: string;
}

/**
 * Creates an automation with its first secret. By default, its scopes are the read scopes of the creator's token, and
 * its teams are all that aren't private. Its own profile is the author of changes without an agent.
 * @throws Forbidden unless the actor is a person who manages the workspace, and for scopes that their token lacks;
 * Invalid for a team that doesn't exist
 */
export const createAutomation = operation({
  name: "automations.create",
  scope: "workspace.automation.manage",
  input: AutomationCreate,
  async run(context, input): Promise<NewAutomation> {
    const { actor } = context;
    requireAutomationManager(actor);
    const teamIds = input.teamIds && await resolveTeamIds(context, input.teamIds);
    const scopes = grantedScopes(actor, input.scopes);
    const id = await insertAutomation(context, { ...input, scopes });
    await setTeams(context, id, teamIds);
    const { secret } = await issueSecret(context, id, input.credentialLabel);
    await recordAccessChange(context, { id, name: input.name }, {
      kind: "automation.created",
      data: { to: { name: input.name, scopes, teamIds } },
    });
    return { ...await readAutomation(context, actor.workspace.id, id), secret };
  },
});

async function insertAutomation(
  context: WriteContext<Member>,
  input: AutomationCreate & { scopes: string[] },
): Promise<string> {
  const { tx, actor, now } = context;
  const id = newId("auto", now);
  const at = now.toISOString();
  await tx.insertInto("automations").values({
    id,
    workspace_id: actor.workspace.id,
    profile_id: await addAgentProfile(context, input.name),
    name: input.name,
    description: input.description ?? null,
    provider_type: input.providerType,
    scopes: JSON.stringify(input.scopes),
    created_at: at,
    updated_at: at,
    suspended_at: null,
  }).execute();
  return id;
}
