import assert from "node:assert/strict";
import { DomainError, type Invalid } from "../../server/domain/core/errors.ts";

/** The expected error. Omitted fields aren't checked. */
export interface Expected {
  status: number;
  code?: string;
  /** The paths of the invalid fields, with dots: `tags.0`. */
  fields?: string[];
}

/** Waits until an operation is refused with the expected error, and returns the error. */
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
