import type { FieldErrors } from "../../views/ui/field.tsx";
import { DomainError, Invalid } from "../domain/core/errors.ts";

/** What a form shows when its operation refused. */
export interface Refusal {
  status: DomainError["status"];
  errors: FieldErrors;
  /** What belongs to no field. */
  refusal: string | undefined;
}

/**
 * Turns an operation's refusal into what a form shows beside its fields.
 * @param fields the names that the form has a place for
 * @throws the error itself when it isn't the domain's
 */
export function refusalOf(error: unknown, fields: readonly string[]): Refusal {
  if (!(error instanceof DomainError)) throw error;
  if (!(error instanceof Invalid)) {
    const refusal = [error.message, error.hint].filter(Boolean).join(" ");
    return { status: error.status, errors: {}, refusal };
  }
  const errors: Record<string, string> = {};
  const rest: string[] = [];
  for (const { path, message } of error.errors) {
    const field = path.map(String).find((part) => fields.includes(part));
    if (field) errors[field] ??= message;
    else rest.push(message);
  }
  return { status: error.status, errors, refusal: rest.join(" ") || undefined };
}
