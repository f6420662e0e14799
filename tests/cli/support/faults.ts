import { SCHEMA_VERSION } from "../../../server/database/migrate.ts";

/** A fault, the check that finds it, and whether it can be repaired. */
type Fault = [name: string, statements: string[], found: string, mendable: boolean];

export const faults: readonly Fault[] = [
  [
    "a workspace without an owner",
    ["update profiles set role = 'admin' where role = 'owner'"],
    "problem: Owners",
    false,
  ],
  [
    "a workspace whose owner left",
    [
      "update profiles set removed_at = '2026-01-01T00:00:00.000Z' where role = 'owner'",
      `update search_documents set listed = 0
        where record_id in (select id from profiles where role = 'owner')`,
    ],
    "problem: Owners",
    false,
  ],
  ["a wrong task counter", ["update teams set task_count = 1"], "problem: Task counters", true],
  ["a number given twice", ["update teams set next_number = 2"], "problem: Task numbers", true],
  [
    "the newest number given twice",
    [`update teams set next_number = next_number - 1
      where next_number = (select max(number) + 1 from tasks t where t.team_id = teams.id)`],
    "problem: Task numbers",
    true,
  ],
  [
    "wrong and missing project counts",
    [
      "update project_task_counts set tasks = tasks + 5 where status = 'planned'",
      "delete from project_task_counts where status = 'completed'",
      `insert into project_task_counts (owner_id, team_id, status, tasks)
          select 'proj_gone', id, 'planned', 3 from teams limit 1`,
    ],
    "problem: Project counts",
    true,
  ],
  [
    "records that search forgot",
    ["delete from search_documents where rowid in (select seq from search_documents limit 30)"],
    "problem: Search index",
    true,
  ],
  [
    "entries of records that are gone",
    [
      "insert into search_documents (workspace_id, kind, record_id) select id, 'task', 'task_gone' from workspaces limit 1",
    ],
    "problem: Search index",
    true,
  ],
  [
    "two entries that have each other's number",
    [
      "update search_documents set seq = 1000000 where seq = 1",
      "update search_documents set seq = 1 where seq = 2",
      "update search_documents set seq = 2 where seq = 1000000",
    ],
    "problem: Search index",
    true,
  ],
  [
    "an entry that shows what is archived",
    ["update search_documents set listed = 1 - listed"],
    "problem: Search index",
    true,
  ],
  [
    "an entry in another team's sight",
    [
      `update search_documents set team_id = (select id from teams where id <> team_id limit 1)
        where kind = 'task' and seq % 7 = 0`,
    ],
    "problem: Search index",
    true,
  ],
  [
    "an entry in everybody's sight that is a team's",
    ["update search_documents set team_id = null where kind = 'task' and seq % 7 = 0"],
    "problem: Search index",
    true,
  ],
  ...["search_index", "search_index_words"].map((index): Fault => [
    `a text of no entry in ${index}`,
    [`insert into ${index} (rowid, keys, title) values (999999, 'ENG-0', 'Gone')`],
    "problem: Search index",
    true,
  ]),
  ["entries without words", ["delete from search_index_words"], "problem: Search index", true],
  [
    "a row that points at nothing",
    ["insert into task_label_links values ('task_gone', 'label_gone')"],
    "problem: References",
    false,
  ],
  [
    "a clock that is ten minutes behind",
    ["update activity set created_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+10 minutes')"],
    "warning: Clock",
    false,
  ],
  [
    "a clock that is behind",
    ["update activity set created_at = '2999-01-01T00:00:00.000Z'"],
    "warning: Clock",
    false,
  ],
  [
    "an unknown time zone",
    ["update workspaces set time_zone = 'Mars/Olympus'"],
    "warning: Time zones",
    false,
  ],
  [
    "a schema from before",
    [`delete from schema_migrations where version = ${SCHEMA_VERSION}`],
    "warning: Schema",
    false,
  ],
  [
    "a schema from later",
    [`insert into schema_migrations values (${SCHEMA_VERSION + 1}, 'later', '')`],
    "problem: Schema",
    false,
  ],
];
