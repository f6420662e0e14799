import { sql, type Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { type Fact, subjectOf } from "../activity/kinds.ts";
import { recordActivity, type Undo } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import { requireVersion } from "../core/versioned.ts";
import type { WriteContext } from "../core/operation.ts";
import { requireUnchanged, withVersions } from "./field_versions.ts";
import { planChanges, type PlannedChange, type Planners } from "./plan.ts";

type Context = WriteContext<Member>;

/** What a write is about to make of a record. */
export interface Change<R, C> {
  before: R;
  after: R;
  columns: C;
  facts: Fact[];
}

/** How records of a noun are changed. `changeRecord` calls them in the order of this list. */
export interface ChangeRules<T extends keyof Tables, K, R, P> {
  /** What it is called where somebody has changed it meanwhile: `team`. */
  name: string;
  table: T;
  /** Whether the table keeps when a record was last changed. */
  dated: boolean;
  /** @throws NotFound */
  locate(context: Context, key: K): Promise<R>;
  /** @throws Forbidden */
  allow?(context: Context, record: R, patch: P): void | Promise<void>;
  /** Holds that the record may change. @throws Conflict when it, or what it belongs to, is archived */
  requireUnarchived?(context: Context, record: R): void | Promise<void>;
  planners: Planners<R, P, Updateable<Tables[T]>>;
  /** Holds that the record as it would be may stand among the others. @throws Conflict; Invalid */
  requireFit?(context: Context, before: R, after: R): void | Promise<void>;
  /** Stands around the write, for what shows the record elsewhere and who hears of it. It calls `write` once. */
  around?(
    context: Context,
    change: Change<R, Updateable<Tables[T]>>,
    write: () => Promise<void>,
  ): Promise<void>;
  /** The id of the record on which history tells of it. */
  subject(record: R): string;
  /** What history tells of the whole, where it tells one thing whatever changed. */
  sum?(before: R, after: R): Fact;
  /** What takes the whole back then. */
  undoOfSum?(before: R, after: R): Undo;
  /** The name under which the audit keeps a fact too; null where it doesn't. */
  auditName?(fact: Fact, before: R, after: R): string | null;
}

/**
 * The one way to change a record: found, allowed, not stale, not archived; then what really differs is written with a
 * new version, told in history, and shown where else it shows. What changes nothing leaves no trace.
 * @param version what the client last saw; when the record has moved on, nothing is changed
 * @param sinceVersion the version from which the patch was made: where a field that it changes has been changed since,
 *   nothing is; what became of the others is no matter
 * @returns the record with its new columns and version; unchanged where nothing differs
 * @throws Stale; what the rules throw
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
    version?: number | undefined;
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
    : changes.flatMap(entriesOf);
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

/** What history keeps of a change, and what takes it back. */
interface HistoryEntry {
  fact: Fact;
  undo?: Undo | undefined;
}

function entriesOf<C>(
  { columns: _columns, also: _also, unseen: _unseen, undo, ...fact }: PlannedChange<C>,
): HistoryEntry[] {
  return fact.kind ? [{ fact, undo }] : [];
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
