import type Native from "libsql";
import { Buffer } from "node:buffer";
import { BETWEEN_RECORDS } from "../../../server/domain/core/page.ts";
import { detail, entry, entryFrom, joins, members } from "./record.ts";

/** The bare reads: each statement is prepared once and kept. */
export interface Reads {
  /** One task's whole record as JSON text; undefined when there is none. */
  task(id: string): string | undefined;
  version(id: string): number | undefined;
  /** The newest 50 tasks as the API's answer, filtered by at most one thing. */
  list(workspaceId: string, filter: Filter): string;
  /** The newest 50 entries of somebody's inbox as the API's answer. */
  inbox(profileId: string): string;
}

export interface Filter {
  status?: string | undefined;
  assigneeId?: string | undefined;
  projectId?: string | undefined;
  q?: string | undefined;
}

const PAGE = 50;
/** What the product's cursors call the list of the newest tasks. */
export const TASKS = "tasks -createdAt";

export function prepareReads(database: Native.Database, origin: string): Reads {
  const one = database.prepare(
    `select json_object(${members(origin)}, ${detail}) from tasks t ${joins}
    join profiles creator on creator.id = t.creator_id where t.id = ?`,
  ).raw();
  const version = database.prepare("select version from tasks where id = ?").raw();
  const page = (where: string) =>
    database.prepare(
      `select t.id, json_object(${members(origin)}) from tasks t ${joins}
      where ${where} and t.archived_at is null and t.draft = 0
      order by t.id desc limit ${PAGE + 1}`,
    ).raw();
  const all = page("t.workspace_id = ?");
  const byStatus = page("t.workspace_id = ? and t.status = ?");
  const byAssignee = page("+t.workspace_id = ? and t.assignee_id = ?");
  const byProject = page("t.workspace_id = ? and t.project_id = ?");
  const byText = page(
    `+t.workspace_id = ?1 and t.id in (
      select d.record_id from search_index x join search_documents d on d.seq = x.rowid
      where search_index match ?2 and d.workspace_id = ?1 and d.kind = 'task'
      order by x.rowid desc limit ${2 * PAGE})`,
  );
  const entries = database.prepare(
    `select n.id, ${entry(origin)} from notifications n ${entryFrom}
    where n.recipient_id = ? and n.latest = 1 and n.archived_at is null
    order by coalesce(n.snoozed_until, n.created_at) desc, n.id desc limit ${PAGE + 1}`,
  ).raw();
  return {
    task: (id) => (one.get(id) as unknown as [string] | undefined)?.[0],
    version: (id) => (version.get(id) as unknown as [number] | undefined)?.[0],
    list(workspaceId, { status, assigneeId, projectId, q }) {
      const rows = status
        ? byStatus.all(workspaceId, status)
        : assigneeId
        ? byAssignee.all(workspaceId, assigneeId)
        : projectId
        ? byProject.all(workspaceId, projectId)
        : q
        ? byText.all(workspaceId, `"${q}"`)
        : all.all(workspaceId);
      return answer("tasks", TASKS, rows);
    },
    inbox: (profileId) => answer("notifications", "inbox", entries.all(profileId)),
  };
}

/**
 * One page as the API gives it.
 * @param name what the records are called
 * @param list what the product's cursor calls the list
 * @param found each record's id and JSON, one more than the page holds
 */
function answer(name: string, list: string, found: unknown[]): string {
  const rows = found as [id: string, json: string][];
  const page = rows.slice(0, PAGE);
  const json = page.map((row) => row[1]).join(BETWEEN_RECORDS);
  const more = rows.length > PAGE ? `"${cursorBehind(list, page.at(-1)![0])}"` : "null";
  return `{"${name}":[${json}],"nextCursor":${more}}`;
}

/** The product's cursor of a list that is ordered by id. */
export function cursorBehind(list: string, id: string): string {
  return Buffer.from(JSON.stringify([list, [id]])).toString("base64url");
}
