import type { Member, Principal } from "../../../server/domain/core/actor.ts";
import { scopes, type TeamRole } from "../../../server/domain/core/actor.ts";
import { nameColumns } from "../../../server/domain/core/name_key.ts";
import { newId } from "../../../server/domain/core/ids.ts";
import { type Db, perform, type Services } from "../../../server/domain/core/operation.ts";
import { createWorkspace } from "../../../server/domain/workspaces/create.ts";
import { emailOf, people, type Person } from "./people.ts";
import { projectLabels } from "./projects.ts";
import { labels, teams, workspaceName } from "./teams.ts";
import { firstPreferences } from "../../../server/domain/preferences/schema.ts";

/** The demo workspace and its people as actors. */
export interface DemoCast {
  workspaceId: string;
  name: string;
  ownerEmail: string;
  /** The username of the owner. */
  owner: string;
  /** By username. */
  members: ReadonlyMap<string, Member>;
  /** By key. */
  teamIds: ReadonlyMap<string, string>;
}

/**
 * Creates the workspace, people, teams, and labels. A second demo in the same database gets a number after its
 * name; its people are the same.
 * @param at the creation time
 */
export async function createCast(services: Services, at: Date): Promise<DemoCast> {
  const then: Services = { ...services, clock: () => at };
  const users = await services.database.write((tx) => addUsers(tx, at));
  const owner = principal(people[0], users);
  const name = await freeName(services.database.read);
  const [first] = teams;
  const made = await perform(then, owner, createWorkspace, {
    name,
    teamName: first!.name,
    teamKey: first!.key,
  });
  const workspace = { id: made.workspace.id, name, timeZone: "UTC", revision: 1 };
  return await services.database.write(async (tx) => {
    await addLabels(tx, workspace.id, at);
    const teamIds = await addTeams(tx, workspace.id, made.team.id, at);
    const members = new Map<string, Member>();
    for (const person of people) {
      const profile = await profileOf(tx, person, {
        userId: users.get(person)!,
        workspaceId: workspace.id,
        at,
      });
      const roles = await joinTeams(tx, person, { profileId: profile.id, teamIds, at });
      members.set(person.username, {
        ...principal(person, users),
        workspace,
        profile,
        role: person.role,
        teams: roles,
        hiddenTeamIds: [],
      });
    }
    const [{ username }] = people;
    return {
      workspaceId: workspace.id,
      name,
      ownerEmail: emailOf(people[0]),
      owner: username,
      members,
      teamIds,
    };
  });
}

/** Creates accounts for everyone who has none. */
async function addUsers(tx: Db, at: Date): Promise<Map<Person, string>> {
  const ids = new Map<Person, string>();
  for (const person of people) {
    const email = emailOf(person);
    const known = await tx.selectFrom("users").select("id").where("email", "=", email)
      .executeTakeFirst();
    const id = known?.id ?? newId("user", at);
    if (!known) {
      await tx.insertInto("users")
        .values({ id, email, name: person.name, created_at: at.toISOString() }).execute();
    }
    ids.set(person, id);
  }
  return ids;
}

function principal(person: Person, users: Map<Person, string>): Principal {
  return {
    kind: "human",
    interface: "web",
    credential: { kind: "session", id: "seed", scopes: new Set(scopes) },
    userId: users.get(person)!,
    email: emailOf(person),
    name: person.name,
    preferences: firstPreferences,
    activeWorkspaceId: null,
  };
}

async function freeName(db: Db): Promise<string> {
  const taken = new Set(
    (await db.selectFrom("workspaces").select("name").execute()).map((row) => row.name),
  );
  if (!taken.has(workspaceName)) return workspaceName;
  for (let n = 2;; n++) if (!taken.has(`${workspaceName} ${n}`)) return `${workspaceName} ${n}`;
}

async function addLabels(tx: Db, workspaceId: string, at: Date): Promise<void> {
  const made = {
    workspace_id: workspaceId,
    description: null,
    created_at: at.toISOString(),
    archived_at: null,
  };
  for (const label of labels) {
    await tx.insertInto("task_labels").values({
      id: newId("label", at),
      ...label,
      ...nameColumns(label.name),
      ...made,
    })
      .execute();
  }
  for (const label of projectLabels) {
    await tx.insertInto("project_labels").values({
      id: newId("plabel", at),
      ...label,
      ...nameColumns(label.name),
      ...made,
    })
      .execute();
  }
}

/** Creates the other teams, which share the default workflow. */
async function addTeams(tx: Db, workspaceId: string, firstId: string, at: Date) {
  const [first, ...others] = teams;
  const ids = new Map([[first!.key, firstId]]);
  const { workflow_id } = await tx.updateTable("teams").set({ description: first!.description })
    .where("id", "=", firstId).returning("workflow_id").executeTakeFirstOrThrow();
  for (const { key, name, description } of others) {
    const id = newId("team", at);
    await tx.insertInto("teams").values({
      id,
      workspace_id: workspaceId,
      key,
      name,
      description,
      expertise_area: null,
      workflow_id,
      created_at: at.toISOString(),
      archived_at: null,
    }).execute();
    ids.set(key, id);
  }
  return ids;
}

/** Creates a person's profile. The owner already has one. */
async function profileOf(
  tx: Db,
  person: Person,
  { userId, workspaceId, at }: { userId: string; workspaceId: string; at: Date },
) {
  const owner = await tx.updateTable("profiles")
    .set({ title: person.title, username: person.username })
    .where("workspace_id", "=", workspaceId).where("user_id", "=", userId)
    .returning(["id", "name", "username", "color"]).executeTakeFirst();
  if (owner) return owner;
  const profile = {
    id: newId("prof", at),
    name: person.name,
    username: person.username,
    color: null,
  };
  await tx.insertInto("profiles").values({
    ...profile,
    workspace_id: workspaceId,
    user_id: userId,
    kind: "human",
    role: person.role,
    title: person.title,
    bio: null,
    created_at: at.toISOString(),
    removed_at: null,
  }).execute();
  return profile;
}

async function joinTeams(
  tx: Db,
  person: Person,
  { profileId, teamIds, at }: { profileId: string; teamIds: DemoCast["teamIds"]; at: Date },
): Promise<Map<string, TeamRole>> {
  const roles = new Map<string, TeamRole>();
  for (const [key, role] of Object.entries(person.teams)) {
    const teamId = teamIds.get(key)!;
    await tx.insertInto("team_members")
      .values({ team_id: teamId, profile_id: profileId, role, created_at: at.toISOString() })
      .onConflict((conflict) => conflict.columns(["team_id", "profile_id"]).doUpdateSet({ role }))
      .execute();
    roles.set(teamId, role);
  }
  return roles;
}
