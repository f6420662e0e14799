import { sql } from "kysely";
import type { Db } from "../../../server/domain/core/operation.ts";
import { indexTasks } from "../../../server/domain/side_effects/search_index.ts";
import type { FullCast } from "../support/full_cast.ts";
import { copyRows, repeated } from "./copies.ts";

/** The number of copies of each written task: open ones, drafts, and archived ones. */
const OPEN = 8;
const PUT_ASIDE = 2;
const SUB_TASKS = 250;
const RELATIONS = 200;
const DRAFT_COMMENTS = 90;
/** The number of the first copy. */
const FIRST = 1_000;

interface Originals {
  /** IDs of tasks with long texts. */
  written: readonly string[];
  /** The ID of a task with little text. */
  plain: string;
}

/** Copies tasks, indexes them for search, and adds the owner's related records. */
export async function multiplyTasks(
  tx: Db,
  fullCast: FullCast,
  { written, plain }: Originals,
): Promise<void> {
  const { ids, ada, teams } = fullCast;
  const among = written.map((id) => `'${id}'`).join(", ");
  const nth = `(select count(*) from tasks b where b.id in (${among}) and b.id < s.id)`;
  const set = {
    assignee_id: `'${ada.member.profile.id}'`,
    project_id: `'${ids.project}'`,
    number: `${FIRST} + n * 100 + ${nth}`,
  };
  const copies = { table: "tasks", of: `s.id in (${among})` };
  await copyRows(tx, { ...copies, count: OPEN, set });
  const aside = { ...copies, count: PUT_ASIDE };
  await copyRows(tx, { ...aside, from: 20, set: { ...set, draft: "1" } });
  await copyRows(tx, { ...aside, from: 30, set: { ...set, archived_at: "s.created_at" } });
  await copyRows(tx, {
    table: "tasks",
    of: `s.id = '${plain}'`,
    from: 100,
    count: SUB_TASKS,
    set: { ...set, parent_id: `'${ids.task}'`, number: `${FIRST} + n * 100` },
  });
  await tx.updateTable("teams").set({ next_number: 100_000 }).where("id", "=", teams.eng).execute();
  const made = await tx.selectFrom("tasks").select("id").where("team_id", "=", teams.eng)
    .where("number", ">", FIRST).execute();
  await indexTasks(tx, made.map(({ id }) => id));
  await addOwn(tx, fullCast);
}

/**
 * Adds the owner's notifications and draft comments about the copies, and relates the copies to the task in the rows.
 */
async function addOwn(tx: Db, { ids, ada, teams }: FullCast): Promise<void> {
  const me = ada.member.profile.id;
  const copies = `from tasks t where t.team_id = '${teams.eng}' and t.number > ${FIRST}
    and t.archived_at is null and t.draft = 0`;
  const statements = [
    `insert into notifications (id, workspace_id, recipient_id, kind, subject_kind, subject_id,
      actor_id, data, created_at, reason)
    select 'note_' || substr(t.id, 6), t.workspace_id, '${me}', 'mention', 'task', t.id,
      '${ids.chidi}', '{}', t.created_at, 'mention' ${copies}`,
    `insert into unsent_comments (profile_id, task_id, body, version, saved_at)
    select '${me}', t.id, ${repeated("a", 20_000)}, 1000000 + t.number, t.created_at
      ${copies} limit ${DRAFT_COMMENTS}`,
    `insert or ignore into task_relations (task_id, kind, other_id, created_at)
    select '${ids.task}', 'relatesTo', t.id, t.created_at ${copies}
      order by t.number desc limit ${RELATIONS}`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
