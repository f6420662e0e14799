import { sql, type Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { type Fact, subjectOf } from "../activity/kinds.ts";
import { recordActivity, type Undo } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import { requireVersion, type SeenVersion } from "../core/versioned.ts";
import type { WriteContext } from "../core/operation.ts";
import { requireUnchanged, withVersions } from "./field_versions.ts";
import { planChanges, type Planners } from "./plan.ts";

type Context = WriteContext<Member>;

/** A change that is about to be written. */
export interface Change<R, C> {
  before: R;
  after: R;
  columns: C;
  facts: Fact[];
}

/** The rules for changing records of a noun. `changeRecord` calls them in this order. */
export interface ChangeRules<T extends keyof Tables, K, R, P> {
  /** The noun in error messages: `team`. */
  name: string;
  table: T;
  /** Whether the table stores the time of a record's last change. */
  dated: boolean;
  /** @throws NotFound */
  locate(context: Context, key: K): Promise<R>;
  /** @throws Forbidden */
  allow?(context: Context, record: R, patch: P): void | Promise<void>;
  /** Checks that the record can be changed. @throws Conflict if the record, or the one it belongs to, is archived */
  requireUnarchived?(context: Context, record: R): void | Promise<void>;
  planners: Planners<R, P, Updateable<Tables[T]>>;
  /** Checks that the changed record is valid among the others. @throws Conflict; Invalid */
  requireFit?(context: Context, before: R, after: R): void | Promise<void>;
  /** Wraps the write, to update other records that show this one and to notify people. Calls `write` once. */
  around?(
    context: Context,
    change: Change<R, Updateable<Tables[T]>>,
    write: () => Promise<void>,
  ): Promise<void>;
  /** Returns the ID of the record whose activity shows the change. */
  subject(record: R): string;
  /** Returns a single event for the whole change, for nouns that record only one. */
  sum?(before: R, after: R): Fact;
  /** Returns the undo values of the whole change. */
  undoOfSum?(before: R, after: R): Undo;
  /** Returns the name of an event in the audit log, or null if the audit log doesn't include it. */
  auditName?(fact: Fact, before: R, after: R): string | null;
}

/**
 * Changes a record: locates it, and checks permission, version, and that it isn't archived. Then writes the differences
 * with a new version, records activity, and updates related records. A patch without changes leaves no trace.
 * @param version the version that the client last saw; a newer record isn't changed
 * @param sinceVersion the version that the patch is based on; if one of its fields has changed since, nothing changes
 * @returns the record with its new columns and version, or unchanged without differences
 * @throws Stale; errors of the rules
 */
export async function changeRecord<
  T extends keyof Tables,
  K,
  R extends { id: string; version: number; field_versions?: string },
  P extends object,
>(
  context: Context,
  rules: ChangeRules<T, K, R, P>,
  key: K,
  { version, sinceVersion, patch }: {
    version?: SeenVersion;
    sinceVersion?: number | undefined;
    patch: P;
  },
): Promise<R> {
  const before = await rules.locate(context, key);
  await rules.allow?.(context, before, patch);
  requireVersion(rules.name, before.version, version);
  await rules.requireUnarchived?.(context, before);
  const changes = await planChanges(context, rules.planners, before, patch);
  if (changes.length === 0) return before;
  requireUnchanged(rules.name, before, changes, sinceVersion);
  const seen = changes.some(({ unseen }) => !unseen);
  const columns: Updateable<Tables[T]> = Object.assign(
    withVersions(before, changes),
    ...changes.map((one) => one.columns),
  );
  const after = { ...before, ...columns, version: before.version + (seen ? 1 : 0) };
  await rules.requireFit?.(context, before, after);
  const entries: HistoryEntry[] = rules.sum
    ? [{ fact: rules.sum(before, after), undo: rules.undoOfSum?.(before, after) }]
    : changes.flatMap(({ fact, undo }) => fact ? [{ fact, undo }] : []);
  const facts = entries.map(({ fact }) => fact);
  const write = async () => {
    await update(context, { ...rules, seen }, before.id, columns);
    for (const { also } of changes) await also?.();
    for (const one of entries) await recordChange(context, rules, one, { before, after });
  };
  if (rules.around) await rules.around(context, { before, after, columns, facts }, write);
  else await write();
  return after;
}

/** The activity of a change, and the change's undo values. */
interface HistoryEntry {
  fact: Fact;
  undo?: Undo | undefined;
}

async function update(
  { tx, now }: Context,
  { table, dated, seen }: { table: keyof Tables; dated: boolean; seen: boolean },
  id: string,
  columns: Record<string, unknown>,
): Promise<void> {
  const given = { ...columns, ...(dated && seen ? { updated_at: now.toISOString() } : {}) };
  const sets = Object.entries(given).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  if (seen) sets.push(sql`version = version + 1`);
  await sql`update ${sql.table(table)} set ${sql.join(sets)} where id = ${id}`.execute(tx);
}

async function recordChange<T extends keyof Tables, K, R, P>(
  context: Context,
  rules: ChangeRules<T, K, R, P>,
  { fact, undo }: HistoryEntry,
  { before, after }: { before: R; after: R },
): Promise<void> {
  const id = rules.subject(before);
  await recordActivity(context, id, fact, undo);
  const name = rules.auditName?.(fact, before, after) ?? null;
  if (name === null) return;
  await audit(context, { ...fact, subject: { kind: subjectOf(fact.kind), id, name } });
}
