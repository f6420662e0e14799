import { perform, type Services } from "../../../server/domain/core/operation.ts";
import { DomainError } from "../../../server/domain/core/errors.ts";
import { addFavorite } from "../../../server/domain/favorites/mark.ts";
import { createView } from "../../../server/domain/saved_views/create.ts";
import { updateProject } from "../../../server/domain/projects/update.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import { listCommands } from "../../../server/palette/list.ts";
import { runCommand } from "../../../server/palette/run.ts";
import { Palette, Ran } from "../../../server/palette/schema.ts";
import { createWorld } from "../../support/world.ts";
import type { ActorKind } from "../permissions/actors.ts";
import { trial } from "../permissions/attempt.ts";
import { issueBearers } from "../permissions/bearers.ts";
import { type FullCast, populate } from "../support/full_cast.ts";
import { UndoingDatabase } from "../support/undoing.ts";

/** People who can't open the palette, with their outcome. */
export const strangers: Partial<Record<ActorKind, number>> = {
  agent: 403,
  agentCommentator: 403,
  automation: 403,
  memberPat: 403,
  signedOut: 401,
  foreign: 404,
  removed: 404,
};

/** The palette as used by every kind of actor. */
export interface Walk {
  /** IDs of records, people, and labels by name, and keys of views. */
  ids: Record<string, string>;
  list(kind: ActorKind, input?: Record<string, unknown>): Promise<Palette>;
  /** The result of a command, or the status of its refusal. */
  run(kind: ActorKind, input: Record<string, unknown>): Promise<Ran | number>;
}

/** Opens the palette on the full cast with records for every command, and undoes all changes. */
export async function walking(test: (walk: Walk) => Promise<void>): Promise<void> {
  await using world = await createWorld();
  const fullCast = await populate(world);
  const bearers = await issueBearers(fullCast);
  const ids = await addRecords(fullCast);
  const database = new UndoingDatabase(world.database);
  database.undoes = true;
  const services: Services = { ...world.services, database };
  // deno-lint-ignore no-explicit-any -- one of the two operations of the palette
  const ask = (kind: ActorKind, operation: any, input: unknown) =>
    trial(services, operation, bearers[kind], fullCast.workspaceId, input);
  await test({
    ids,
    list: async (kind, input = {}) => Palette.parse(await ask(kind, listCommands, input)),
    run: (kind, input) =>
      ask(kind, runCommand, input).then((ran) => Ran.parse(ran), (error) => {
        if (error instanceof DomainError) return error.status;
        throw error;
      }),
  });
}

/**
 * Adds records so that every command is offered to someone. @returns IDs of records, people, and labels by name, and
 * keys of views
 */
export async function addRecords(fullCast: FullCast): Promise<Record<string, string>> {
  const { ada, ids, teams, world } = fullCast;
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  const run = (operation: any, input: unknown): Promise<any> =>
    perform(world.services, ada.member, operation, input);
  const { ada: _ada, ...known } = { ...ids, ...teams } as Record<string, string>;
  const keys: Record<string, string> = { ...known, ada: ada.member.profile.id };
  const save = async (name: string, input: Record<string, unknown>) => {
    keys[name] = (await run(createView, { scope: "workspace", ...input })).id;
  };
  await save("teamView", { name: "Afoot", scope: "team", teamId: teams.eng });
  await save("projectTaskView", { name: "Stones", scope: "project", projectId: ids.project });
  await save("projectView", { name: "Works", kind: "project" });
  await run(updateTask, {
    taskId: ids.task,
    patch: { projectId: ids.project, deadlineAt: "2026-04-01" },
  });
  await run(updateTask, { taskId: ids.otherTask, patch: { status: "planned" } });
  const below = { title: "Sweep the yard", parentId: ids.otherTask, projectId: ids.project };
  const { id: subtask } = await fullCast.task(ada, { ...below, milestoneId: ids.milestone });
  keys.subtask = subtask;
  await run(updateProject, {
    projectId: ids.project,
    patch: {
      status: "planned",
      startDate: "2026-03-01",
      targetDate: "2026-05-01",
      labels: ["Masonry"],
    },
  });
  for (
    const [kind, id] of [
      ["task", ids.otherTask],
      ["project", ids.otherProject],
      ["view", keys.teamView],
      ["team", ids.support],
    ]
  ) await run(addFavorite, { kind, id });
  const { read } = world.database;
  const labels = await read.selectFrom("task_labels").select(["id", "name"])
    .where("workspace_id", "=", fullCast.workspaceId).execute();
  const agents = await read.selectFrom("profiles").select(["id", "name"])
    .where("kind", "=", "agent").execute();
  for (const { id, name } of [...labels, ...agents]) keys[name] = id;
  const views = await read.selectFrom("views").select(["id", "key"]).execute();
  for (const name of ["view", "teamView", "projectTaskView", "projectView"]) {
    keys[`${name}Key`] = views.find(({ id }) => id === keys[name])!.key;
  }
  return keys;
}
