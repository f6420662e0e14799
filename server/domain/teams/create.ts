import { recordActivity } from "../activity/write.ts";
import { audit } from "../audit/write.ts";
import type { Versioned } from "../core/versioned.ts";
import { newId } from "../core/ids.ts";
import { operation } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { defaultWorkflowId, resolveWorkflow } from "../workflows/locate.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { requireFreeKey } from "./key.ts";
import { readTeam } from "./record.ts";
import { TeamCreate, type TeamDetail } from "./schema.ts";

/**
 * Creates a team with the actor as its lead. By default, it uses the workspace's default workflow.
 * @throws Forbidden unless a manager; Conflict if the key is or was another team's; Invalid for a missing workflow.
 * `RULES.md`, Permissions
 */
export const createTeam = operation({
  name: "teams.create",
  scope: "workspace.manage",
  input: TeamCreate,
  async run(context, input): Promise<Versioned<TeamDetail>> {
    const { tx, actor, now } = context;
    requireManager(actor, "create teams");
    await requireFreeKey(context, input.key);
    const workflowId = input.workflowId
      ? (await resolveWorkflow(context, input.workflowId)).id
      : await defaultWorkflowId(context);
    const id = newId("team", now);
    const at = now.toISOString();
    await tx.insertInto("teams").values({
      id,
      workspace_id: actor.workspace.id,
      key: input.key,
      name: input.name,
      description: input.description ?? null,
      expertise_area: input.expertiseArea ?? null,
      private: input.private ? 1 : 0,
      workflow_id: workflowId,
      created_at: at,
      archived_at: null,
    }).execute();
    await tx.insertInto("team_members")
      .values({ team_id: id, profile_id: actor.profile.id, role: "lead", created_at: at })
      .execute();
    await tx.updateTable("profiles").set((e) => ({ version: e("version", "+", 1) }))
      .where("id", "=", actor.profile.id).execute();
    if (input.private) await reviseWorkspace(context);
    const subject = { kind: "team", id } as const;
    await recordActivity(context, id, { kind: "team.created" });
    await audit(context, {
      kind: "team.created",
      subject: { ...subject, name: input.name },
      data: { key: input.key, private: input.private ?? false },
    });
    return await readTeam(context, id);
  },
});
