import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import type { Db } from "../../../server/domain/core/operation.ts";
import { counted } from "../files/contents.ts";
import { ok, type Repairable } from "./finding.ts";

/** A query for faulty records, which should find none. */
export interface Question {
  check: string;
  state: "warning" | "problem";
  /** Selects the IDs of faulty records in a column `id`. */
  wrong: RawBuilder<{ id: string }>;
  /** "workspace has no owner", "workspaces have no owner". */
  one: string;
  many: string;
  /** The text if there are no faults. */
  right: string;
  next: string;
  /** Repairs the faults in one transaction. */
  repair?(tx: Db): Promise<unknown>;
}

/** Runs a query for faulty records. */
export async function answer(database: Database, question: Question): Promise<Repairable> {
  const { check, state, wrong, one, many, right, next, repair } = question;
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
    ...(repair && { repair: () => database.write(async (tx) => void await repair(tx)) }),
  };
}
