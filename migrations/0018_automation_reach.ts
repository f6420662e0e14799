import { type Kysely, sql } from "kysely";

/**
 * Whether an automation reaches every team that isn't private is its own column: until now it did where no team was
 * named, so that taking the last one from it gave it all.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table automations add column every_public_team integer not null default 0
    check (every_public_team in (0, 1))`,
  `update automations set every_public_team = 1 where not exists (
    select 1 from automation_teams x where x.automation_id = automations.id)`,
];
