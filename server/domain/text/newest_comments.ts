import { type RawBuilder, sql } from "kysely";

/**
 * The maximum number of a task's newest comments that search reads, and the number of bytes after which it reads no
 * more.
 */
const MOST_COMMENTS = 500;
const MOST_BYTES = 400_000;

/** Returns the newest comments `c` on a task, for `from`. Their sizes are known without reading them. */
export function newestComments(taskId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select id, size, sum(size) over (order by id desc) as sum from (
      select id, octet_length(body) as size from comments
      where task_id = ${taskId} and deleted_at is null
      order by id desc limit ${sql.lit(MOST_COMMENTS)})) n
    cross join comments c on c.id = n.id and n.sum - n.size < ${sql.lit(MOST_BYTES)}`;
}
