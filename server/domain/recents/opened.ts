import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ContextServices, ReadContext, Services } from "../core/operation.ts";

/** What is opened, each with a page of its own. */
export type RecentKind = "task" | "project" | "person" | "team" | "view";

/** A record that somebody opens. */
export interface Opened {
  kind: RecentKind;
  id: string;
}

/** How many are kept of a person: those that they opened last. */
export const MOST_RECENT = 50;

/** One of them, as it is stored: whose, what, and when it was opened last. */
type Note = [profileId: string, kind: RecentKind, id: string, openedAt: string];

/** What was opened since it was stored last, in the memory of a process: that may be lost. */
class Notes {
  #of = new Map<string, Map<string, Note>>();
  #last = 0;

  add(profileId: string, { kind, id }: Opened, now: Date): void {
    const notes = this.#of.get(profileId) ?? new Map<string, Note>();
    this.#of.set(profileId, notes);
    // No moment is told twice, so that their order is that of opening
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

  /** Drops what was stored, unless it was opened again since. */
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

/** Notes that somebody opened a record. Nothing is written by that yet: each commit costs what pages are kept by. */
export function noteOpened(
  services: Pick<Services, "caches" | "clock">,
  { profile }: Member,
  opened: Opened,
): void {
  notesOf(services).add(profile.id, opened, services.clock());
}

/** Stores what everybody opened since the last time, in one write; what can't be stored is kept for the next one. */
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

/** What the actor opened last, the last one first, whether they see it still or not. */
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
