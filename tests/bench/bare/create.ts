import type Native from "libsql";
import { setImmediate } from "node:timers";
import { newId } from "../../../server/domain/core/ids.ts";
import { priorities } from "../../../server/domain/vocabulary.ts";
import { detail, joins, members } from "./record.ts";

/** What the bench posts. */
export interface Posted {
  title: string;
  teamId: string;
  description: string;
  priority: (typeof priorities)[number];
}

/** The bare write: the rows that a new task needs, in grouped commits, answered after the commit. */
export type Create = (posted: Posted) => Promise<string>;

/** How many creates may share a commit: as in the product. */
const GROUP = 64;

interface Job {
  posted: Posted;
  resolve: (json: string) => void;
  reject: (error: unknown) => void;
}

/**
 * @param database a connection of its own, with `synchronous=FULL`
 * @param creatorId the profile in whose name everything is made
 */
export function prepareCreate(
  database: Native.Database,
  origin: string,
  workspaceId: string,
  creatorId: string,
): Create {
  const insert = prepareInsert(database, origin, workspaceId, creatorId);
  const control = Object.fromEntries(
    ["begin immediate", "commit", "rollback"].map((sql) => [sql, database.prepare(sql)]),
  );
  const jobs: Job[] = [];
  let waiting = false;

  function commitGroup(): void {
    waiting = false;
    const group = jobs.splice(0, GROUP);
    try {
      control["begin immediate"]!.run();
      const answers = group.map(({ posted }) => insert(posted));
      control["commit"]!.run();
      group.forEach((job, at) => job.resolve(answers[at]!));
    } catch (error) {
      if (database.inTransaction) control["rollback"]!.run();
      for (const job of group) job.reject(error);
    }
    if (jobs.length > 0) wait();
  }

  function wait(): void {
    if (waiting) return;
    waiting = true;
    setImmediate(commitGroup);
  }

  return (posted) =>
    new Promise((resolve, reject) => {
      jobs.push({ posted, resolve, reject });
      wait();
    });
}

function prepareInsert(
  database: Native.Database,
  origin: string,
  workspaceId: string,
  creatorId: string,
): (posted: Posted) => string {
  const team = database.prepare("select next_number, key, workflow_id from teams where id = ?")
    .raw();
  const counted = database.prepare(
    "update teams set next_number = next_number + 1, task_count = task_count + 1 where id = ?",
  );
  const state = database.prepare(
    `select id from workflow_states where workflow_id = ? and status = 'backlogged'
    order by position limit 1`,
  ).raw();
  const task = database.prepare(
    `insert into tasks (id, workspace_id, team_id, number, title, description, status, state_id,
      priority, creator_id, created_at, updated_at)
    values (?1, '${workspaceId}', ?2, ?3, ?4, ?5, 'backlogged', ?6, ?7, '${creatorId}', ?8, ?8)`,
  );
  const activity = database.prepare(
    `insert into activity (id, workspace_id, subject_kind, subject_id, kind, actor_id,
      credential_id, interface, data, created_at)
    values (?, '${workspaceId}', 'task', ?, 'task.created', '${creatorId}', 'bare', 'api', '{}', ?)`,
  );
  const document = database.prepare(
    `insert into search_documents (workspace_id, kind, record_id, team_id)
    values ('${workspaceId}', 'task', ?, ?)`,
  );
  const index = database.prepare(
    "insert into search_index (rowid, keys, title, body) values (last_insert_rowid(), ?, ?, ?)",
  );
  const words = database.prepare(
    "insert into search_index_words (rowid, keys, title) values (last_insert_rowid(), ?, ?)",
  );
  const read = database.prepare(
    `select json_object(${members(origin)}, ${detail}) from tasks t ${joins}
    join profiles creator on creator.id = t.creator_id where t.id = ?`,
  ).raw();

  return ({ title, teamId, description, priority }) => {
    const now = new Date();
    const at = now.toISOString();
    const id = newId("task", now);
    const [n, key, workflowId] = one<[number, string, string]>(team, teamId);
    counted.run(teamId);
    const [stateId] = one<[string]>(state, workflowId);
    const rank = priorities.indexOf(priority);
    task.run(id, teamId, n, title, description, stateId, rank, at);
    activity.run(newId("act", now), id, at);
    document.run(id, teamId);
    index.run(`${key}-${n}`, title, description);
    words.run(`${key}-${n}`, title);
    return one<[string]>(read, id)[0];
  };
}

/** The one row that a raw statement must give. */
function one<Row>(statement: Native.Statement, value: string): Row {
  return statement.all(value)[0] as Row;
}
