/** An invalid field: its path in the input (`["deadlineAt"]`), and a message with the rule. */
export interface FieldError {
  path: (string | number)[];
  message: string;
}

interface Details {
  /** A permanent code in snake_case, for clients. */
  code: string;
  /** The next step. */
  hint?: string;
}

/** The base class of an operation's errors. `http/errors` converts them for each interface. */
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

/** Creates a kind of error. @param code the default code */
function answering<S extends DomainError["status"]>(status: S, code: string) {
  return class extends DomainError {
    readonly status = status;
    constructor(message: string, details: Partial<Details> = {}) {
      super(message, { code, ...details });
    }
  };
}

/** The request has no valid credential. */
export class Unauthenticated extends answering(401, "unauthenticated") {
  constructor(message = "Sign in first.", details?: Partial<Details>) {
    super(message, details);
  }
}

/** The actor can see the record but isn't allowed to do this. The message names the missing role or scope. */
export class Forbidden extends answering(403, "forbidden") {}

/** The actor has permission, but the server operator's limit is reached. */
export class LimitReached extends answering(403, "limit_reached") {}

/** The record doesn't exist or the actor can't see it. Responses don't distinguish the two. */
export class NotFound extends answering(404, "not_found") {}

/** The request contradicts the current state. */
export class Conflict extends answering(409, "conflict") {}

/** The record was changed since the version that the client last saw. */
export class Stale extends answering(412, "stale") {}

/**
 * The maximum number of invalid fields in a response. Nobody fixes more at once, and a body with only invalid fields
 * would take a second.
 */
const MOST_NAMED = 100;

/** The input is invalid. Lists each wrong field, up to a maximum. */
export class Invalid extends DomainError {
  readonly status = 422;
  readonly errors: FieldError[];
  constructor(errors: FieldError[], details: Partial<Details> = {}) {
    const named = errors.slice(0, MOST_NAMED);
    super(named.map((error) => error.message).join(" "), { code: "invalid", ...details });
    this.errors = named;
  }
}

/** Some records of a change are refused, so nothing is changed. Lists each refused record with the reason. */
export class SomeRefused extends DomainError {
  readonly errors: FieldError[];
  /** @param status the status of all refusals if they are the same, otherwise 422 */
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

/** Creates the error for one invalid field. */
export function invalidField(field: string, message: string, details: Partial<Details> = {}) {
  return new Invalid([{ path: [field], message }], details);
}

/** Too many requests, or too many at once. */
export class TooMany extends DomainError {
  readonly status = 429;
  /** @param retryAfter seconds until a retry can succeed */
  constructor(message: string, readonly retryAfter: number, details: Partial<Details> = {}) {
    super(message, { code: "too_many", ...details });
  }
}
