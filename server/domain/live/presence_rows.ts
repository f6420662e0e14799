import { sql } from "kysely";
import type { Services } from "../core/operation.ts";
import type { Said } from "./presence.ts";

/** One process's knowledge of presence. */
export interface PresenceRow {
  process: string;
  said: Said[];
}

/** Returns the presence in a row of `news`, or null for other rows. */
export function presenceIn(topic: string): PresenceRow | null {
  const [, process, said] = /^here:(\w+):(.*)$/s.exec(topic) ?? [];
  return process && said ? { process, said: JSON.parse(said) } : null;
}

type Stored = Pick<Services, "database">;

/** Reads every process's latest row. */
export async function readPresences({ database }: Stored): Promise<PresenceRow[]> {
  const { rows } = await sql<{ topic: string }>`
    select topic from news where topic >= 'here:' and topic < 'here;'`.execute(database.read);
  return rows.flatMap(({ topic }) => presenceIn(topic) ?? []);
}

/** Replaces a process's row. */
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

/** Deletes the row of a process that no longer runs, unless it is the newest row of `news`, whose number is needed. */
export async function forgetPresence({ database }: Stored, process: string): Promise<void> {
  await database.write((tx) =>
    sql`delete from news where topic >= ${`here:${process}:`} and topic < ${`here:${process};`}
      and seq < (select max(seq) from news)`.execute(tx)
  );
}
