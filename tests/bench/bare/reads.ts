import type Native from "libsql";
import { Buffer } from "node:buffer";
import { cutPage } from "../../../server/domain/cursor.ts";
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
    `select n.id as key, ${entry(origin)} as json from notifications n ${entryFrom}
    where n.recipient_id = ? and n.latest = 1 and n.archived_at is null
    order by n.id desc limit ${PAGE + 1}`,
  );
  return {
    task: (id) => (one.get(id) as unknown as [string] | undefined)?.[0],
    version: (id) => (version.get(id) as unknown as [number] | undefined)?.[0],
    list(workspaceId, { status, assigneeId, projectId, q }) {
      if (status) return answer(byStatus.all(workspaceId, status));
      if (assigneeId) return answer(byAssignee.all(workspaceId, assigneeId));
      if (projectId) return answer(byProject.all(workspaceId, projectId));
      if (q) return answer(byText.all(workspaceId, `"${q}"`));
      return answer(all.all(workspaceId));
    },
    inbox(profileId) {
      const rows = entries.all(profileId) as { key: string; json: string }[];
      const { json, nextCursor } = cutPage("inbox", rows, PAGE);
      return `{"notifications":${json},"nextCursor":${JSON.stringify(nextCursor)}}`;
    },
  };
}

function answer(found: unknown[]): string {
  const rows = found as [id: string, json: string][];
  const page = rows.slice(0, PAGE);
  const json = page.map((row) => row[1]).join(",");
  const more = rows.length > PAGE ? `"${cursorBehind(page.at(-1)![0])}"` : "null";
  return `{"tasks":[${json}],"nextCursor":${more}}`;
}

function cursorBehind(id: string): string {
  return Buffer.from(JSON.stringify(["-createdAt", null, id])).toString("base64url");
}
