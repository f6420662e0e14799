import { type Kysely, sql } from "kysely";

/** What comes into a view that somebody subscribed to reaches their inbox. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // How many subscribe to a view: every write of a task looks for those that anybody does
  `alter table views add column subscribers integer not null default 0`,
  `update views set subscribers =
    (select count(*) from view_subscriptions s where s.view_id = views.id)`,
  `create index views_subscribed_to on views (workspace_id, kind)
    where archived_at is null and subscribers > 0`,
  `create trigger views_count_subscribers after insert on view_subscriptions begin
    update views set subscribers = subscribers + 1 where id = new.view_id;
  end`,
  `create trigger views_count_fewer_subscribers after delete on view_subscriptions begin
    update views set subscribers = subscribers - 1 where id = old.view_id;
  end`,
  // What came into the view, and how much did since its entry was read
  `alter table notifications add column arrived_id text`,
  `alter table notifications add column arrivals integer not null default 0`,
  // The status that subscribers last heard of: one that follows from tasks changes without a write of the project
  `alter table projects add column status_told text`,
  `update projects set status_told = status`,
];
