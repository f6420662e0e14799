import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import type { Db } from "../../../server/domain/core/operation.ts";
import { counted } from "../files/contents.ts";
import { type Mendable, ok } from "./finding.ts";

/** A question to the records whose answer should be empty. */
export interface Question {
  check: string;
  state: "warning" | "problem";
  /** Gives the ids of what is wrong, in a column `id`. */
  wrong: RawBuilder<{ id: string }>;
  /** "workspace has no owner", "workspaces have no owner". */
  one: string;
  many: string;
  /** What is so where nothing is wrong. */
  right: string;
  next: string;
  /** Mends what was found, in one transaction. */
  mend?(tx: Db): Promise<unknown>;
}

/** What a question finds. */
export async function answer(database: Database, question: Question): Promise<Mendable> {
  const { check, state, wrong, one, many, right, next, mend } = question;
  const { rows } = await sql<{ n: number; first: string | null }>`
    select count(*) as n, min(id) as first from (${wrong})`.execute(database.read);
  const { n, first } = rows[0]!;
  if (n === 0) return ok(check, right);
  const detail = `${counted(n, one, many)} (${first}${n > 1 ? " and others" : ""}).`;
  return {
    check,
    state,
    detail,
    next,
    ...(mend && { mend: () => database.write(async (tx) => void await mend(tx)) }),
  };
}
