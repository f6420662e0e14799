import type { Member, TeamRole, WorkspaceRole } from "../../server/domain/core/actor.ts";
import { newId } from "../../server/domain/core/ids.ts";
import type { Mail } from "../../server/domain/core/mailer.ts";
import { perform } from "../../server/domain/core/operation.ts";
import type { TokenPair } from "../../server/domain/sessions/schema.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { createWorkspace } from "../../server/domain/workspaces/create.ts";
import { type Pages, readPages, writePages } from "./pages.ts";
import { memberOf, principalOf, signIn } from "./sign_in.ts";
import { isFresh, type World, type WorldOptions } from "./world.ts";

/** A signed-in person: their tokens and their membership in the workspace. */
export interface Person {
  email: string;
  tokens: TokenPair;
  member: Member;
}

/**
 * The people in most tests. In the workspace Acme, Ada is the owner and leads Engineering, Bao is an admin without a
 * team, Chidi is a member of Engineering, Dina leads the private team People, and Esra is a commentator in Engineering.
 * Frode owns another workspace, Elsewhere, with a team ELS.
 */
export interface Cast {
  world: World;
  workspaceId: string;
  elsewhereId: string;
  /** IDs of the teams with the keys ENG, PPL, and ELS. */
  teams: { eng: string; ppl: string; els: string };
  ada: Person;
  bao: Person;
  chidi: Person;
  dina: Person;
  esra: Person;
  frode: Person;
  /** Creates a task as a person, in Engineering by default, and returns its whole record. */
  task(by: Person, input?: Record<string, unknown>): Promise<TaskDetail>;
}

/**
 * Creates the cast in a world. Everyone signs up with a real code, which takes longer than most tests. So a world in
 * which nothing has happened yet becomes a copy of the first such world in this part of the tests.
 */
export async function assemble(world: World): Promise<Cast> {
  const isCopy = world.copyOf !== undefined && world.copyOf === assembled?.pages;
  if (!isCopy && !await isFresh(world)) return castOf(world, await gather(world));
  if (assembled) {
    if (!isCopy) await writePages(world.database, assembled.pages);
    world.mailer.sent.push(...structuredClone(assembled.mails));
  } else {
    const people = await gather(world);
    const { database, mailer } = world;
    assembled = { people, pages: await readPages(database), mails: structuredClone(mailer.sent) };
  }
  return castOf(world, structuredClone(assembled.people));
}
let assembled: { people: People; pages: Pages; mails: Mail[] } | undefined;

/** Options for a world that starts with the cast, if this part of the tests has already created it. */
export const withEverybody = (): WorldOptions => ({ copyOf: assembled?.pages });

type People = Omit<Cast, "world" | "task">;

function castOf(world: World, people: People): Cast {
  return {
    world,
    ...people,
    async task(by, input = {}) {
      const filled = { title: "Mend the gate", teamId: people.teams.eng, ...input };
      return parseJson((await perform(world.services, by.member, createTask, filled)).json);
    },
  };
}

async function gather(world: World): Promise<People> {
  const acme = await found(world, "ada", "Ada Lovelace", {
    name: "Acme",
    teamName: "Engineering",
    teamKey: "ENG",
  });
  const elsewhere = await found(world, "frode", "Frode Ås", {
    name: "Elsewhere",
    teamKey: "ELS",
  });
  const ppl = await addPrivateTeam(world, acme.workspaceId, "PPL", "People");
  const join = (
    user: string,
    name: string,
    role: WorkspaceRole,
    team: [string, TeamRole] | null,
  ) => joinWorkspace(world, acme.workspaceId, user, name, role, team);
  return {
    workspaceId: acme.workspaceId,
    elsewhereId: elsewhere.workspaceId,
    teams: { eng: acme.teamId, ppl, els: elsewhere.teamId },
    ada: acme.person,
    bao: await join("bao", "Bảo Nguyễn", "admin", null),
    chidi: await join("chidi", "Chidi Eze", "member", [acme.teamId, "member"]),
    dina: await join("dina", "דינה כהן", "member", [ppl, "lead"]),
    esra: await join("esra", "Esra Yılmaz", "member", [acme.teamId, "commentator"]),
    frode: elsewhere.person,
  };
}

async function found(
  world: World,
  user: string,
  name: string,
  workspace: { name: string; teamName?: string; teamKey: string },
) {
  const email = `${user}@example.com`;
  const tokens = await signIn(world, email, "signup", name);
  const principal = await principalOf(world.services, tokens.accessToken);
  const made = await perform(world.services, principal, createWorkspace, workspace);
  const member = await memberOf(world.services, tokens.accessToken, made.workspace.id);
  return {
    person: { email, tokens, member },
    workspaceId: made.workspace.id,
    teamId: made.team.id,
  };
}

/** Creates another team directly in the database, because no operation does so yet. */
async function addPrivateTeam(world: World, workspaceId: string, key: string, name: string) {
  const now = world.clock.now();
  const id = newId("team", now);
  await world.database.write(async (tx) => {
    const workflow = await tx.selectFrom("workflows").select("id")
      .where("workspace_id", "=", workspaceId).executeTakeFirstOrThrow();
    await tx.insertInto("teams").values({
      id,
      workspace_id: workspaceId,
      key,
      name,
      private: 1,
      description: null,
      expertise_area: null,
      workflow_id: workflow.id,
      created_at: now.toISOString(),
      archived_at: null,
    }).execute();
  });
  return id;
}

/** Signs a person up and adds them to a workspace, like accepting an invitation. */
export async function joinWorkspace(
  world: World,
  workspaceId: string,
  user: string,
  name: string,
  role: WorkspaceRole,
  team: [id: string, role: TeamRole] | null,
): Promise<Person> {
  const email = `${user}@example.com`;
  const tokens = await signIn(world, email, "signup", name);
  const { userId } = await principalOf(world.services, tokens.accessToken);
  const now = world.clock.now();
  const at = now.toISOString();
  const id = newId("prof", now);
  await world.database.write(async (tx) => {
    await tx.insertInto("profiles").values({
      id,
      workspace_id: workspaceId,
      user_id: userId,
      kind: "human",
      role,
      name,
      username: user,
      title: null,
      bio: null,
      created_at: at,
      removed_at: null,
    }).execute();
    if (!team) return;
    await tx.insertInto("team_members")
      .values({ team_id: team[0], profile_id: id, role: team[1], created_at: at }).execute();
  });
  return { email, tokens, member: await memberOf(world.services, tokens.accessToken, workspaceId) };
}

/** Runs a test with the cast in a world in memory. */
export async function withCast(
  world: Promise<World>,
  test: (cast: Cast) => Promise<void>,
): Promise<void> {
  await using own = await world;
  await test(await assemble(own));
}
