import { hash } from "node:crypto";
import { sql } from "kysely";
import { Conflict, Forbidden, invalidField, NotFound } from "../core/errors.ts";
import { type Around, Refused, type WriteContext } from "../core/operation.ts";

/** How long a first response is stored, in milliseconds. `RULES.md`, REST API v1 */
export const KEPT_MS = 24 * 3_600_000;

/** A write that must run only once. */
export interface Attempt {
  /** The requester's ID, because people's keys are separate. */
  ownerId: string;
  /** The client's `Idempotency-Key`. */
  key: string;
  /** The request's identity: method, path, and body. */
  request: string;
}

/** The write ran before, with this response. Nothing was changed now. */
export class Repeated extends Error {
  constructor(readonly answer: string) {
    super("This request already succeeded.");
  }
}

/** The key was used for another request, with this response. */
export class UsedBefore extends Conflict {
  constructor(readonly answer: string | null) {
    super("This Idempotency-Key was used for another request.", {
      code: "idempotency_key_reused",
      hint: "Use a new Idempotency-Key for each new request.",
    });
  }
}

/** The number of expired responses that a write deletes, which is more than the one it adds. */
const SLICE = 20;

/**
 * Wraps a write: looks up its key and stores its response, both in the write's transaction, so that only one of two
 * concurrent requests runs, and the other gets the same response. A repeated request is tried like any other write and
 * then rolled back, so that actors without permission or access get an error instead.
 * @param render returns the response's JSON, or null if it shows a secret and must not be stored
 * @throws Repeated with the first response; UsedBefore if the key was used for another request; Conflict if its
 * response contained a secret; Invalid for a malformed key; Forbidden or NotFound if the write would now be refused
 */
export function runOnce<O>(attempt: Attempt, render: (output: O) => string | null): Around<O> {
  if (!/^[\x21-\x7e]{1,200}$/.test(attempt.key)) {
    throw invalidField("Idempotency-Key", "Use 1 to 200 visible ASCII characters.");
  }
  const fingerprint = hash("sha256", attempt.request, "base64url");
  return async (context, run) => {
    const kept = await findKept(context, attempt);
    if (kept) {
      requireSame(kept, fingerprint);
      await requireAllowed(run);
      throw repeated(kept.answer);
    }
    const output = await run();
    if (output instanceof Refused) return output;
    await purgeKept(context);
    await keep(context, attempt, { fingerprint, answer: render(output) });
    return output;
  };
}

interface KeptAnswer {
  fingerprint: string;
  answer: string | null;
}

async function findKept(
  { tx, now }: WriteContext,
  attempt: Attempt,
): Promise<KeptAnswer | undefined> {
  return await tx.selectFrom("idempotency_keys").select(["fingerprint", "answer"])
    .where("owner_id", "=", attempt.ownerId).where("key", "=", attempt.key)
    .where("created_at", ">", oldest(now)).executeTakeFirst();
}

function requireSame(kept: KeptAnswer, fingerprint: string): void {
  if (kept.fingerprint !== fingerprint) throw new UsedBefore(kept.answer);
}

/**
 * Checks permission and visibility. Other errors don't count, because most repeated writes fail as a result of the
 * first.
 */
async function requireAllowed(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Forbidden || error instanceof NotFound) throw error;
  }
}

function repeated(answer: string | null): Repeated | Conflict {
  if (answer !== null) return new Repeated(answer);
  return new Conflict("This request already succeeded, and its response showed the secret once.", {
    code: "secret_shown_once",
    hint:
      "If you lost an automation's secret, rotate it. If you lost a token, revoke it and create another token.",
  });
}

async function keep(
  { tx, now }: WriteContext,
  { ownerId, key }: Attempt,
  kept: KeptAnswer,
): Promise<void> {
  const row = { owner_id: ownerId, key, ...kept, created_at: now.toISOString() };
  await tx.insertInto("idempotency_keys").values(row)
    .onConflict((c) => c.columns(["owner_id", "key"]).doUpdateSet(row)).execute();
}

/** Deletes a few expired responses. */
async function purgeKept({ tx, now }: WriteContext): Promise<void> {
  await sql`delete from idempotency_keys where (owner_id, key) in (
    select owner_id, key from idempotency_keys where created_at <= ${oldest(now)}
    limit ${SLICE})`.execute(tx);
}

function oldest(now: Date): string {
  return new Date(now.getTime() - KEPT_MS).toISOString();
}
