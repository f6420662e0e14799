import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ContextServices, ReadContext, Services } from "../core/operation.ts";

/** Kinds of records that can be opened, each with a page. */
export type RecentKind = "task" | "project" | "person" | "team" | "view";

/** An opened record. */
export interface Opened {
  kind: RecentKind;
  id: string;
}

/** The maximum number of records per person, most recently opened first. */
export const MOST_RECENT = 50;

/** A record as stored: its person, kind, ID, and the last time it was opened. */
type Note = [profileId: string, kind: RecentKind, id: string, openedAt: string];

/** Opened records that aren't stored yet, in the memory of a process, which can be lost. */
class Notes {
  #of = new Map<string, Map<string, Note>>();
  #last = 0;

  add(profileId: string, { kind, id }: Opened, now: Date): void {
    const notes = this.#of.get(profileId) ?? new Map<string, Note>();
    this.#of.set(profileId, notes);
    // Times are unique, so that their order is the order of opening
    this.#last = Math.max(now.getTime(), this.#last + 1);
    notes.delete(id);
    notes.set(id, [profileId, kind, id, new Date(this.#last).toISOString()]);
    const [oldest] = notes.keys();
    if (notes.size > MOST_RECENT) notes.delete(oldest!);
  }

  of(profileId: string): Note[] {
    return [...this.#of.get(profileId)?.values() ?? []];
  }

  all(): Note[] {
    return [...this.#of.keys()].flatMap((id) => this.of(id));
  }

  /** Drops stored records, unless they were opened again since. */
  drop(stored: readonly Note[]): void {
    for (const note of stored) {
      const notes = this.#of.get(note[0]);
      if (notes?.get(note[2]) === note) notes.delete(note[2]);
      if (notes?.size === 0) this.#of.delete(note[0]);
    }
  }
}

const makeNotes = () => new Notes();
const notesOf = ({ caches }: Pick<ContextServices, "caches">) => caches.of(makeNotes);

/** Remembers that someone opened a record. Nothing is written yet, because each commit clears the page caches. */
export function noteOpened(
  services: Pick<Services, "caches" | "clock">,
  { profile }: Member,
  opened: Opened,
): void {
  notesOf(services).add(profile.id, opened, services.clock());
}

/** Stores all records opened since the last time in one write. A failed write is retried the next time. */
export async function storeOpened(
  services: Pick<Services, "caches" | "database">,
): Promise<void> {
  const notes = notesOf(services);
  const stored = notes.all();
  if (stored.length === 0) return;
  const rows = JSON.stringify(stored);
  const people = JSON.stringify([...new Set(stored.map(([profileId]) => profileId))]);
  await services.database.write(async (tx) => {
    await sql`
      insert into recents (profile_id, kind, subject_id, opened_at)
      select n.value ->> 0, n.value ->> 1, n.value ->> 2, n.value ->> 3
      from json_each(${rows}) n cross join profiles p on p.id = n.value ->> 0
      where p.removed_at is null
      on conflict do update set opened_at = max(opened_at, excluded.opened_at)`.execute(tx);
    await sql`
      delete from recents where (profile_id, kind, subject_id) in (
        select profile_id, kind, subject_id from (
          select r.profile_id, r.kind, r.subject_id, row_number() over (
            partition by r.profile_id order by r.opened_at desc, r.subject_id desc) as place
          from json_each(${people}) w cross join recents r on r.profile_id = w.value)
        where place > ${sql.lit(MOST_RECENT)})`.execute(tx);
  });
  notes.drop(stored);
}

/** Returns the actor's opened records, newest first, visible or not. */
export async function openedBy({ db, actor, services }: ReadContext<Member>): Promise<Opened[]> {
  const { id } = actor.profile;
  const notes = JSON.stringify(notesOf(services).of(id));
  const { rows } = await sql<Opened>`
    select kind, id, max(at) as at from (
      select kind, subject_id as id, opened_at as at from recents where profile_id = ${id}
      union all
      select value ->> 1, value ->> 2, value ->> 3 from json_each(${notes}))
    group by kind, id order by at desc limit ${sql.lit(MOST_RECENT)}`.execute(db);
  return rows;
}
