import assert from "node:assert/strict";
import { DomainError, type Invalid } from "../../server/domain/core/errors.ts";

/** What a refusal must be; what isn't named isn't looked at. */
export interface Expected {
  status: number;
  code?: string;
  /** The paths of the wrong fields, dotted: `tags.0`. */
  fields?: string[];
}

/** Waits for an operation to be refused as it must be, and gives the error. */
export async function refused(work: Promise<unknown>, expected: Expected): Promise<DomainError> {
  const error = await work.then(
    (value) => assert.fail(`It was answered: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw error;
  assert.equal(error.status, expected.status, error.message);
  if (expected.code !== undefined) assert.equal(error.code, expected.code);
  if (expected.fields) {
    const fields = (error as Invalid).errors.map(({ path }) => path.join("."));
    assert.deepEqual(fields, expected.fields);
  }
  return error;
}
