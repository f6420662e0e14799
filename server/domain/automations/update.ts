import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { column, longText } from "../change/columns.ts";
import { sameWords, suspension } from "./suspension.ts";
import { seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { renameAgentProfile } from "../profiles/agent_profile.ts";
import { parseJson } from "../core/json.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { requireGrantable } from "./grant.ts";
import { requireAutomationManager } from "./manager.ts";
import { readAutomation } from "./record.ts";
import { type Automation, AutomationPatch } from "./schema.ts";
import { resolveTeamIds, setTeams } from "./teams.ts";

const automations: ChangeRules<"automations", string, Automation, AutomationPatch> = {
  name: "automation",
  table: "automations",
  dated: true,
  async locate(context, automationId) {
    const { actor } = context;
    requireAutomationManager(actor);
    return parseJson((await readAutomation(context, actor.workspace.id, automationId)).json);
  },
  planners: {
    name(context, to) {
      const renamed = column<"name", string>("name", "automation.renamed")(context, to);
      const { profileId } = context.record;
      return renamed && { ...renamed, also: () => renameAgentProfile(context, profileId, to) };
    },
    description: longText("description", "automation.description_changed"),
    async teamIds(context, wanted) {
      const { record: { id, teamIds: from } } = context;
      if (sameTeams(from, wanted)) return null;
      const to = wanted && await resolveTeamIds(context, wanted);
      if (sameTeams(from, to)) return null;
      return {
        columns: {},
        fact: { kind: "automation.teams_changed", data: { from, to } },
        also: () => setTeams(context, id, to),
      };
    },
    scopes({ actor, record: { scopes: from } }, to) {
      requireGrantable(actor, to.filter((scope) => !from.includes(scope)));
      if (sameWords(from, to)) return null;
      const columns = { scopes: JSON.stringify(to) };
      return { columns, fact: { kind: "automation.scopes_changed", data: { from, to } } };
    },
    suspended: suspension("automation"),
  },
  async around(context, { columns, facts }, write) {
    await write();
    // Tasks show suspended assignees, and access decides which records the automation can see
    const reach = facts.some(({ kind }) => kind === "automation.teams_changed");
    if (reach || "suspended_at" in columns) await reviseWorkspace(context);
  },
  subject: ({ id }) => id,
  auditName: (_, { name }) => name,
};

/**
 * Changes an automation's given fields, each with its own activity entry. Changes apply from the next request, also for
 * existing tokens. A suspended automation can't make requests; after that, its tokens work again. With fewer teams, its
 * agents leave the others and don't rejoin by themselves.
 * @param version the version that the client last saw; a newer automation isn't changed
 * @throws Forbidden unless a manager, and for scopes to add that their token lacks; NotFound; Stale; Invalid for a team
 *   that doesn't exist
 */
export const updateAutomation = operation({
  name: "automations.update",
  scope: "workspace.automation.manage",
  input: z.strictObject({
    automationId: keys.automation,
    version: seenVersion,
    patch: AutomationPatch,
  }),
  async run(context, { automationId, ...change }): Promise<Versioned<Automation>> {
    const { id } = await changeRecord(context, automations, automationId, change);
    return await readAutomation(context, context.actor.workspace.id, id);
  },
});

/** Returns whether two lists of teams are equal. Null means no list, not an empty one. */
function sameTeams(some: readonly string[] | null, others: readonly string[] | null): boolean {
  return some && others ? sameWords(some, others) : some === others;
}
