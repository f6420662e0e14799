import { sql } from "kysely";
import { z } from "zod";
import { firstUndoable } from "../activity/forget_undo.ts";
import type { Undo } from "../activity/write.ts";
import { changeRecord } from "../change/change_record.ts";
import { inWords } from "../change/field_versions.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, DomainError, Forbidden, Invalid, NotFound } from "../core/errors.ts";
import { type Json, parseJson } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { alike } from "../change/alike.ts";
import { readListedProjects } from "./list.ts";
import { linked } from "./links.ts";
import { locateProject, type StoredProject } from "./locate.ts";
import { projectValues } from "./planners.ts";
import type { ChangedProjects, LeftProject, ProjectPatch } from "./schema.ts";
import { projectRules } from "./update.ts";

/**
 * Undoes one of the actor's acts on a project, and on other projects changed with it, for a week. Values that someone
 * has changed since stay.
 * @param activityId an activity entry of the act on the project; defaults to the last act that can be undone and isn't an
 *   undo itself
 * @throws NotFound, also for the entry; Forbidden unless a project writer, and for other people's entries; Conflict if
 *   there is nothing to undo, it was undone already, or everything has changed since
 */
export const undoProjects = operation({
  name: "projects.undo",
  scope: "projects.write",
  input: z.strictObject({
    projectId: keys.project,
    activityId: keys.activity.optional()
      .describe("ID of an activity entry of the project. Defaults to your last change."),
  }),
  async run(context, { projectId, activityId }): Promise<ChangedProjects> {
    const project = await locateProject(context, projectId);
    await projectRules.allow?.(context, project, {});
    const actId = activityId
      ? await actOf(context, project.id, activityId)
      : await lastAct(context, project.id);
    const changes = await changesOfProjects(context, project.id, actId);
    const back: string[] = [];
    const left: LeftProject[] = [];
    for (const change of changes) {
      const { some, key, why } = await putBack(context, change);
      if (some) back.push(change.projectId);
      if (why) left.push({ projectId: change.projectId, key, message: why });
    }
    if (back.length === 0) {
      const why = new Set(left.map(({ message }) => message));
      throw new Conflict(`Nothing was undone. ${[...why].join(" ")}`, {
        code: "changed_since",
      });
    }
    const projects = await readListedProjects(context, back);
    return { projects, left, activityId: context.act.id ?? null };
  },
});

/** An act's changes to one project, with their activity entries. */
interface Changed {
  projectId: string;
  entries: { seq: number; undo: Undo }[];
}

/** Returns the actor's last act on a project that isn't an undo, whose entries have the time of the undo. */
async function lastAct(
  { db, actor, now }: ReadContext<Member>,
  projectId: string,
): Promise<string> {
  const { rows } = await sql<{ act_id: string }>`
    select h.act_id from activity h
    where h.subject_id = ${projectId} and h.actor_id = ${actor.profile.id}
      and h.act_id >= ${firstUndoable(now)} and h.undo is not null and h.undone_at is null
      and not exists (select 1 from activity t where t.subject_id = ${projectId}
        and t.actor_id = h.actor_id and t.undone_at = h.created_at)
    order by h.seq desc limit 1`.execute(db);
  if (rows[0]) return rows[0].act_id;
  throw lasting("You have no changes to undo in this project.");
}

/** Returns the act of an activity entry, of the project or of another one changed with it. */
async function actOf(
  { db, actor, now }: ReadContext<Member>,
  projectId: string,
  activityId: string,
): Promise<string> {
  const entry = await db.selectFrom("activity").select(["act_id", "actor_id", "subject_id"])
    .where("id", "=", activityId).where("workspace_id", "=", actor.workspace.id)
    .executeTakeFirst();
  const own = entry?.actor_id === actor.profile.id;
  if (!entry || (!own && entry.subject_id !== projectId)) {
    throw new NotFound(`There is no activity entry ${activityId} for this project.`);
  }
  if (!own) {
    throw new Forbidden("You can only undo your own changes.", {
      code: "not_own_act",
      hint: "To restore earlier values, edit the record.",
    });
  }
  if (entry.act_id !== null && entry.act_id >= firstUndoable(now)) return entry.act_id;
  throw lasting("This change can't be undone.");
}

function lasting(message: string): Conflict {
  return new Conflict(message, { code: "not_undoable" });
}

/** Returns an act's changes that aren't undone, with one project first. @throws Conflict if all of them are undone */
async function changesOfProjects(
  { db }: ReadContext<Member>,
  projectId: string,
  actId: string,
): Promise<Changed[]> {
  const entries = await db.selectFrom("activity").select(["seq", "subject_id", "undo"])
    .where("act_id", "=", actId).where("subject_kind", "=", "project")
    .where("undo", "is not", null).where("undone_at", "is", null)
    .orderBy("seq").execute();
  if (entries.length === 0) {
    throw new Conflict("You already undid this change.", {
      code: "already_undone",
      hint: "To redo this change, undo the undo.",
    });
  }
  const bySubject = Map.groupBy(entries, ({ subject_id }) => subject_id);
  if (!bySubject.has(projectId)) throw lasting("This change didn't affect this project.");
  const first = (id: string) => Number(id !== projectId);
  return [...bySubject].toSorted(([a], [b]) => first(a) - first(b)).map(([id, told]) => ({
    projectId: id,
    entries: told.map(({ seq, undo }) => ({ seq, undo: parseJson(undo as Json<Undo>) })),
  }));
}

/** The result for one project: whether anything was restored, and why the rest wasn't. */
interface Outcome {
  some: boolean;
  /** The project's key; null if the reader can't see it anymore. */
  key: string | null;
  why: string | null;
}

async function putBack(
  context: WriteContext<Member>,
  { projectId, entries }: Changed,
): Promise<Outcome> {
  let key: string | null = null;
  try {
    const project = await locateProject(context, projectId);
    key = project.key;
    const patch: Record<string, unknown> = {};
    const done: number[] = [];
    const since: string[] = [];
    for (const { seq, undo } of entries) {
      for (const [field, [was, became]] of Object.entries(undo)) {
        const value = await valueOf(context, project, field as keyof ProjectPatch);
        if (!alike(value, was) && !alike(value, became)) since.push(field);
        else if (!alike(value, was)) patch[field] = was;
        if (since.at(-1) !== field) done.push(seq);
      }
    }
    if (Object.keys(patch).length > 0) {
      await changeRecord(context, projectRules, projectId, { patch: patch as ProjectPatch });
    }
    await markUndone(context, done);
    const why = since.length > 0 ? `Someone has since changed the ${inWords(since)}.` : null;
    return { some: done.length > 0, key, why };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { some: false, key, why: whyNot(error) };
  }
}

async function markUndone({ tx, now }: WriteContext<Member>, seqs: number[]): Promise<void> {
  if (seqs.length === 0) return;
  await tx.updateTable("activity").set({ undone_at: now.toISOString() })
    .where("seq", "in", seqs).execute();
}

async function valueOf(
  context: ReadContext<Member>,
  project: StoredProject,
  field: keyof ProjectPatch,
): Promise<unknown> {
  if (field !== "teamIds" && field !== "memberIds" && field !== "labels") {
    return projectValues[field](project);
  }
  const kinds = { teamIds: "teams", memberIds: "members", labels: "labels" } as const;
  return (await linked(context, kinds[field], project.id)).map(({ id }) => id);
}

/** Reasons why a project can't be restored, although all of its records exist. */
const ownReasons = new Set(["dates_out_of_order", "project_would_be_hidden"]);

/** Explains an error without the ID of a record that the actor can't see. */
function whyNot(error: DomainError): string {
  if (error instanceof NotFound) return "You no longer have access to a record in this change.";
  if (error instanceof Invalid && !ownReasons.has(error.code)) {
    return "A value to restore no longer exists.";
  }
  return error.message;
}
