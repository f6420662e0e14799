/** One wrong field: where it is in the input (`["deadlineAt"]`), and what would be right. */
export interface FieldError {
  path: (string | number)[];
  message: string;
}

interface Details {
  /** Stable, snake_case; clients may act on it. */
  code: string;
  /** What to do next. */
  hint?: string;
}

/** The family of errors that an operation answers with; `http/errors` gives them their two faces. */
export abstract class DomainError extends Error {
  abstract readonly status: 401 | 403 | 404 | 409 | 412 | 422 | 429;
  readonly code: string;
  readonly hint: string | undefined;

  constructor(message: string, details: Details) {
    super(message);
    this.name = new.target.name;
    this.code = details.code;
    this.hint = details.hint;
  }
}

/** A member of the family. @param code what it is told by where the error names none */
function answering<S extends DomainError["status"]>(status: S, code: string) {
  return class extends DomainError {
    readonly status = status;
    constructor(message: string, details: Partial<Details> = {}) {
      super(message, { code, ...details });
    }
  };
}

/** Nobody is signed in, or with a credential that is no longer good. */
export class Unauthenticated extends answering(401, "unauthenticated") {
  constructor(message = "Sign in first.", details?: Partial<Details>) {
    super(message, details);
  }
}

/** The actor sees it but may not do it. The message names the role or scope that is missing. */
export class Forbidden extends answering(403, "forbidden") {}

/** The actor may do it, but the operator allows no more of it. */
export class LimitReached extends answering(403, "limit_reached") {}

/** It isn't there, or not for this actor: the two can't be told apart. */
export class NotFound extends answering(404, "not_found") {}

/** It contradicts what stands already. */
export class Conflict extends answering(409, "conflict") {}

/** The record was changed since the version that the client named. */
export class Stale extends answering(412, "stale") {}

/** How many wrong fields one answer names: nobody mends more at once, and a body of nothing else would cost a second. */
const MOST_NAMED = 100;

/** The input can't be used; each wrong field is named, of very many the first. */
export class Invalid extends DomainError {
  readonly status = 422;
  readonly errors: FieldError[];
  constructor(errors: FieldError[], details: Partial<Details> = {}) {
    const named = errors.slice(0, MOST_NAMED);
    super(named.map((error) => error.message).join(" "), { code: "invalid", ...details });
    this.errors = named;
  }
}

/** Some of the records that one change names are refused, and so nothing is changed: each is named, with why. */
export class SomeRefused extends DomainError {
  readonly errors: FieldError[];
  /** @param status theirs where all are refused alike, 422 where they aren't */
  constructor(
    readonly status: DomainError["status"],
    message: string,
    errors: FieldError[],
    details: Details,
  ) {
    super(message, details);
    this.errors = errors;
  }
}

/** Shorthand for one wrong field. */
export function invalidField(field: string, message: string, details: Partial<Details> = {}) {
  return new Invalid([{ path: [field], message }], details);
}

/** Too often, too fast, or too many. */
export class TooMany extends DomainError {
  readonly status = 429;
  /** @param retryAfter seconds until it makes sense to try again */
  constructor(message: string, readonly retryAfter: number, details: Partial<Details> = {}) {
    super(message, { code: "too_many", ...details });
  }
}
