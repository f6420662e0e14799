import { createHash } from "node:crypto";
import { Conflict, invalidField } from "../errors.ts";
import { type Around, type Db, Refused } from "../operation.ts";

/** How long a first answer is kept, in milliseconds. `contract.md`: 24 hours */
const KEPT_MS = 24 * 3_600_000;

/** A write that may come twice and must happen once. */
export interface Attempt {
  /** Who asks: keys of different people never meet. */
  ownerId: string;
  /** The client's `Idempotency-Key`. */
  key: string;
  /** What makes it the same request: method, path and body. */
  request: string;
  now: Date;
}

/** It happened before; this is what was answered then. Nothing has been changed now. */
export class Repeated extends Error {
  constructor(readonly answer: string) {
    super("This was done before.");
  }
}

/**
 * Stands around a write: looks its key up and keeps its answer, both in the write's own transaction, so that of two
 * that race one does it and the other gets the same answer.
 * @param render the answer's JSON text from the write's output; null where it shows a secret and must not be kept
 * @throws Repeated with the first answer; Conflict for a key that was used for something else, or whose answer
 *   showed a secret; Invalid for a key that is no key
 */
export function once<O>(attempt: Attempt, render: (output: O) => string | null): Around<O> {
  if (!/^[\x21-\x7e]{1,200}$/.test(attempt.key)) {
    throw invalidField("Idempotency-Key", "Use 1 to 200 visible ASCII characters.");
  }
  const fingerprint = createHash("sha256").update(attempt.request).digest("base64url");
  return async (tx, run) => {
    await refuseRepeat(tx, attempt, fingerprint);
    const output = await run();
    if (output instanceof Refused) return output;
    await tx.insertInto("idempotency_keys").values({
      owner_id: attempt.ownerId,
      key: attempt.key,
      fingerprint,
      answer: render(output),
      created_at: attempt.now.toISOString(),
    }).execute();
    return output;
  };
}

async function refuseRepeat(tx: Db, attempt: Attempt, fingerprint: string): Promise<void> {
  const oldest = new Date(attempt.now.getTime() - KEPT_MS).toISOString();
  await tx.deleteFrom("idempotency_keys").where("created_at", "<=", oldest).execute();
  const kept = await tx.selectFrom("idempotency_keys").select(["fingerprint", "answer"])
    .where("owner_id", "=", attempt.ownerId).where("key", "=", attempt.key).executeTakeFirst();
  if (!kept) return;
  if (kept.fingerprint !== fingerprint) {
    throw new Conflict("This Idempotency-Key was used for another request.", {
      code: "idempotency_key_reused",
      hint: "Use a new key for a new request.",
    });
  }
  if (kept.answer === null) {
    throw new Conflict("This was done already, and its secret was shown then.", {
      code: "secret_shown_once",
      hint: "If the secret is lost, revoke it and make another.",
    });
  }
  throw new Repeated(kept.answer);
}
