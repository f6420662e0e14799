import type { Cast, Person } from "../../support/cast.ts";
import { assemble, joinWorkspace } from "../../support/cast.ts";
import type { World } from "../../support/world.ts";

/** A word that stands in everything that is private, so that it is noticed wherever it leaks. */
export const privateWord = "Quillwort";

/** Acme with something of everything in it. */
export interface Premises extends Cast {
  /** Leads Engineering, and is no manager. */
  lea: Person;
  /** In no team. */
  tove: Person;
  /** In no team, and leads the project Gatehouse. */
  priya: Person;
  /** Belonged to the workspace until a moment ago. */
  remo: Person;
  /** Ids of records by what they are. */
  ids: Record<string, string>;
}

/** Furnishes a world: the cast, more people, and records of every kind. */
export async function furnish(world: World): Promise<Premises> {
  const cast = await assemble(world);
  const { workspaceId, teams } = cast;
  const join = (user: string, name: string, team: [string, "lead"] | null = null) =>
    joinWorkspace(world, workspaceId, user, name, "member", team);
  const people = {
    lea: await join("lea", "Lea Brandt", [teams.eng, "lead"]),
    tove: await join("tove", "Tove Lind"),
    priya: await join("priya", "Priya Rao"),
    remo: await join("remo", "Remo Conti"),
  };
  const premises: Premises = { ...cast, ...people, ids: {} };
  await addTasks(premises);
  await removeRemo(premises);
  return premises;
}

async function addTasks(premises: Premises): Promise<void> {
  const { ada, dina, chidi, ids, teams } = premises;
  const task = await premises.task(ada, { title: "Mend the gate", tags: ["Bug"] });
  ids.task = task.id;
  ids.otherTask = (await premises.task(chidi, { title: "Oil the hinge" })).id;
  ids.draft = (await premises.task(chidi, { title: "Draw a key", draft: true })).id;
  const hidden = { title: `${privateWord} salaries`, teamId: teams.ppl };
  ids.privateTask = (await premises.task(dina, hidden)).id;
  ids.privateParent = (await premises.task(dina, { ...hidden, title: `${privateWord} plan` })).id;
}

async function removeRemo({ world, remo }: Premises): Promise<void> {
  await world.database.write(async (tx) => {
    await tx.updateTable("profiles").set({ removed_at: world.clock.now().toISOString() })
      .where("id", "=", remo.member.profile.id).execute();
  });
}
