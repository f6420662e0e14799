import { sql } from "kysely";
import { NotFound } from "../domain/core/errors.ts";
import { profileIdOf } from "../domain/profiles/locate.ts";
import { readMember } from "../domain/profiles/record.ts";
import type { MemberRecord } from "../domain/profiles/schema.ts";
import { locateProject, noSuchProject } from "../domain/projects/locate.ts";
import { projectFields, projectJoins } from "../domain/projects/record.ts";
import type { Project } from "../domain/projects/schema.ts";
import { findTaskRow } from "../domain/tasks/find_row.ts";
import { type Json, parseJson } from "../domain/core/json.ts";
import type { Task } from "../domain/tasks/schema.ts";
import { locateAnyTeam, noSuchTeam } from "../domain/teams/locate.ts";
import { teamFields } from "../domain/teams/record.ts";
import type { Team } from "../domain/teams/schema.ts";
import { readView } from "../domain/saved_views/read.ts";
import type { View } from "../domain/saved_views/schema.ts";
import type { DestinationKind } from "./destinations.ts";
import type { Member } from "../domain/core/actor.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** A command's record, in the form of its list. */
export type PaletteSubject =
  | { kind: "task"; record: Task }
  | { kind: "project"; record: Project }
  | { kind: "person"; record: MemberRecord }
  | { kind: "team"; record: Team }
  | { kind: "view"; record: View };
export type PaletteSubjectKind = PaletteSubject["kind"];

/**
 * Returns a visible record, archived or not, in one or two point reads.
 * @param idOrReference `task_…` or a task's reference, `proj_…`, `prof_…`, `team_…` or `view_…`
 * @throws NotFound if the record doesn't exist or the actor can't see it
 */
export async function readSubject(
  context: ReadContext<Member>,
  idOrReference: string,
): Promise<PaletteSubject> {
  const kind = kindOf(idOrReference);
  if (kind) return await readOf(context, kind, idOrReference);
  throw new NotFound(`Record ${idOrReference} not found.`);
}

/** Returns a visible record of a known kind. Projects, teams, and views are also found by key, people by username. */
export async function readOf(
  context: ReadContext<Member>,
  kind: PaletteSubjectKind,
  idOrKey: string,
): Promise<PaletteSubject> {
  switch (kind) {
    case "task":
      return { kind, record: parseJson(await findTaskRow.run(context, { taskId: idOrKey })) };
    case "project":
      return { kind, record: await readProjectRow(context, idOrKey) };
    case "person":
      return { kind, record: await readPerson(context, idOrKey) };
    case "team":
      return { kind, record: await readTeamRow(context, idOrKey) };
    case "view":
      return { kind, record: parseJson((await readView(context, idOrKey)).json) };
  }
}

/** Returns a record, or null if it no longer exists or the actor can't see it. */
export async function ifThere(read: Promise<PaletteSubject>): Promise<PaletteSubject | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Returns whether a record is archived, or a person is a former member. It can then only be opened. */
export function isGone(subject: PaletteSubject): boolean {
  return subject.kind === "person"
    ? subject.record.removedAt !== null
    : subject.record.archivedAt !== null;
}

/** A record's name, and the key in its path. */
export interface SubjectName {
  kind: DestinationKind;
  id: string;
  /** A task's reference, a key, or a username. */
  key: string;
  title: string;
}

export function nameOf(subject: PaletteSubject): SubjectName {
  const { record } = subject;
  switch (subject.kind) {
    case "task": {
      const { id, reference, title, draft } = subject.record;
      return { kind: draft ? "draft" : "task", id, key: reference, title };
    }
    case "person": {
      const { kind, username, name } = subject.record;
      return {
        kind: kind === "agent" ? "agent" : "person",
        id: record.id,
        key: username,
        title: name,
      };
    }
    case "view": {
      const { kind, key, name } = subject.record;
      return {
        kind: kind === "task" ? "taskView" : "projectView",
        id: record.id,
        key,
        title: name,
      };
    }
    default: {
      const { id, key, name } = subject.record;
      return { kind: subject.kind, id, key, title: name };
    }
  }
}

function kindOf(idOrReference: string): PaletteSubjectKind | null {
  if (/^[a-z][a-z0-9]*-\d+$/i.test(idOrReference)) return "task";
  const kinds: [string, PaletteSubjectKind][] = [
    ["task_", "task"],
    ["proj_", "project"],
    ["prof_", "person"],
    ["team_", "team"],
    ["view_", "view"],
  ];
  return kinds.find(([prefix]) => idOrReference.startsWith(prefix))?.[1] ?? null;
}

async function readPerson(context: ReadContext<Member>, idOrName: string): Promise<MemberRecord> {
  const id = await profileIdOf(context, idOrName);
  return parseJson((await readMember(context, id)).json);
}

async function readProjectRow(context: ReadContext<Member>, idOrKey: string): Promise<Project> {
  const { db, actor, services } = context;
  const { id } = await locateProject(context, idOrKey);
  const { rows } = await sql<{ json: Json<Project> }>`
    select json_object(${projectFields(actor, services.settings.origin)}) as json
    from projects p ${projectJoins} where p.id = ${id}`.execute(db);
  if (!rows[0]) throw noSuchProject(idOrKey);
  return parseJson(rows[0].json);
}

async function readTeamRow(context: ReadContext<Member>, idOrKey: string): Promise<Team> {
  const { db, actor } = context;
  const { id } = await locateAnyTeam(context, idOrKey);
  const { rows } = await sql<{ json: Json<Team> }>`
    select json_object(${teamFields(actor)}) as json from teams t where t.id = ${id}`.execute(db);
  if (!rows[0]) throw noSuchTeam(idOrKey);
  return parseJson(rows[0].json);
}
