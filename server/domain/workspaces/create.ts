import type { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import { audit } from "../audit/write.ts";
import type { Member, Principal } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import { goOnInSessions } from "../members/sessions.ts";
import { defaultLabels } from "../labels/schema.ts";
import { nameColumns } from "../core/name_key.ts";
import { principalOperation, type WriteContext } from "../core/operation.ts";
import { freeUsername } from "../profiles/username.ts";
import { shortKey } from "../core/keys_from_names.ts";
import { defaultStates } from "../workflows/pick_state.ts";
import { type Workspace, WorkspaceCreate } from "./schema.ts";

export interface NewWorkspace {
  workspace: Workspace;
  team: { id: string; key: string; name: string };
}

/**
 * Creates a workspace with the actor as its owner: its default workflow and labels, and a first team with the actor as
 * its lead. The session switches to the workspace, and so do the actor's other sessions without one.
 * @throws Forbidden without a signed-in session
 */
export const createWorkspace = principalOperation({
  name: "workspaces.create",
  scope: null,
  input: WorkspaceCreate,
  async run(context, input): Promise<NewWorkspace> {
    const { tx, actor, now } = context;
    const at = now.toISOString();
    const workspace = { id: newId("ws", now), name: input.name };
    await tx.insertInto("workspaces").values({ ...workspace, created_at: at }).execute();
    const profile = await addOwner(context, workspace.id);
    const workflowId = await addWorkflow(context, workspace.id);
    await addLabels(context, workspace.id);
    const team = await addFirstTeam(context, { ...input, workflowId }, workspace.id, profile.id);
    await tx.updateTable("sessions").set({ workspace_id: workspace.id })
      .where("id", "=", actor.credential.id).execute();
    const owner = { ...context, actor: ownerOf(actor, workspace, profile) };
    await goOnInSessions(owner, { user_id: actor.userId });
    await recordActivity(owner, workspace.id, { kind: "workspace.created" });
    await audit(owner, {
      kind: "workspace.created",
      subject: { kind: "workspace", ...workspace },
    });
    await audit(owner, {
      kind: "team.created",
      subject: { kind: "team", id: team.id, name: team.name },
      data: { key: team.key, private: false },
    });
    return {
      workspace: { ...workspace, timeZone: "UTC", role: "owner", version: 1, createdAt: at },
      team,
    };
  },
});

async function addOwner(context: WriteContext<Principal>, workspaceId: string) {
  const { tx, actor, now } = context;
  const profile = {
    id: newId("prof", now),
    name: actor.name,
    username: await freeUsername(context, workspaceId, actor.name, actor.email),
  };
  await tx.insertInto("profiles").values({
    ...profile,
    workspace_id: workspaceId,
    user_id: actor.userId,
    kind: "human",
    role: "owner",
    title: null,
    bio: null,
    created_at: now.toISOString(),
    removed_at: null,
  }).execute();
  return { ...profile, color: null };
}

async function addWorkflow({ tx, now }: WriteContext, workspaceId: string): Promise<string> {
  const id = newId("flow", now);
  await tx.insertInto("workflows").values({
    id,
    workspace_id: workspaceId,
    ...nameColumns("Default"),
    is_default: 1,
    created_at: now.toISOString(),
  }).execute();
  for (const [position, state] of defaultStates.entries()) {
    await tx.insertInto("workflow_states")
      .values({ id: newId("state", now), workflow_id: id, position, ...state }).execute();
  }
  return id;
}

async function addLabels({ tx, now }: WriteContext, workspaceId: string): Promise<void> {
  for (const label of defaultLabels) {
    await tx.insertInto("task_labels").values({
      id: newId("label", now),
      workspace_id: workspaceId,
      ...label,
      ...nameColumns(label.name),
      description: null,
      created_at: now.toISOString(),
      archived_at: null,
    }).execute();
  }
}

async function addFirstTeam(
  { tx, now }: WriteContext,
  input: z.output<typeof WorkspaceCreate> & { workflowId: string },
  workspaceId: string,
  profileId: string,
) {
  const name = input.teamName ?? input.name;
  const team = { id: newId("team", now), key: input.teamKey ?? (shortKey(name) || "TEAM"), name };
  const at = now.toISOString();
  await tx.insertInto("teams").values({
    ...team,
    workspace_id: workspaceId,
    description: null,
    expertise_area: null,
    workflow_id: input.workflowId,
    created_at: at,
    archived_at: null,
  }).execute();
  await tx.insertInto("team_members")
    .values({ team_id: team.id, profile_id: profileId, role: "lead", created_at: at }).execute();
  return team;
}

function ownerOf(
  actor: Principal,
  workspace: { id: string; name: string },
  profile: Member["profile"],
): Member {
  return {
    ...actor,
    workspace: { ...workspace, timeZone: "UTC", revision: 1 },
    profile,
    role: "owner",
    teams: new Map(),
    hiddenTeamIds: [],
  };
}
