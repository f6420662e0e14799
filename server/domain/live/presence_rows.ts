import { sql } from "kysely";
import type { Services } from "../core/operation.ts";
import type { Said } from "./presence.ts";

/** What one process was told of who has which task open. */
export interface PresenceRow {
  process: string;
  said: Said[];
}

/** What a row of `news` says of who has which task open; null where it is about something else. */
export function presenceIn(topic: string): PresenceRow | null {
  const [, process, said] = /^here:(\w+):(.*)$/s.exec(topic) ?? [];
  return process && said ? { process, said: JSON.parse(said) } : null;
}

type Stored = Pick<Services, "database">;

/** What each process wrote last that hasn't been forgotten. */
export async function readPresences({ database }: Stored): Promise<PresenceRow[]> {
  const { rows } = await sql<{ topic: string }>`
    select topic from news where topic >= 'here:' and topic < 'here;'`.execute(database.read);
  return rows.flatMap(({ topic }) => presenceIn(topic) ?? []);
}

/** Writes what a process was told, in the place of what it wrote before. */
export async function writePresence(
  { database }: Stored,
  { process, said }: PresenceRow,
): Promise<void> {
  const topic = `here:${process}:${JSON.stringify(said)}`;
  await database.write(async (tx) => {
    await sql`insert into news (seq, topic)
      values ((select ifnull(max(seq), 0) + 1 from news), ${topic})
      on conflict (topic) do update set seq = excluded.seq`.execute(tx);
    await sql`delete from news where topic >= ${`here:${process}:`} and topic < ${`here:${process};`}
      and topic <> ${topic}`.execute(tx);
  });
}

/** Forgets what a process wrote that is there no more; but not the newest of all news, whose number counts. */
export async function forgetPresence({ database }: Stored, process: string): Promise<void> {
  await database.write((tx) =>
    sql`delete from news where topic >= ${`here:${process}:`} and topic < ${`here:${process};`}
      and seq < (select max(seq) from news)`.execute(tx)
  );
}
