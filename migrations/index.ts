import type { Kysely } from "kysely";
import * as m0001 from "./0001_first_walk.ts";
import * as m0005 from "./0005_credentials.ts";

/** One step of the schema. `up` runs in a transaction. */
export interface Migration {
  name: string;
  // deno-lint-ignore no-explicit-any -- a migration belongs to the schema of its day, not to today's types
  up(db: Kysely<any>): Promise<void>;
}

/** Every step, oldest first: a static list, so that the compiled binary carries them. Never reorder or edit one. */
export const migrations: readonly Migration[] = [
  { name: "0001_first_walk", ...m0001 },
  { name: "0005_credentials", ...m0005 },
];
