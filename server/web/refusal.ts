import { proseFields, type Unsaved } from "../../views/layouts/unsaved.tsx";
import type { TextEdit } from "../../views/parts/text_form.tsx";
import type { FieldErrors } from "../../views/ui/field.tsx";
import { DomainError, Invalid, SomeRefused } from "../domain/core/errors.ts";
import type { Action } from "./action.ts";
import type { Form, ValuesOf } from "./forms.ts";

/** A form whose action was refused, with the typed values and the errors. */
export interface RefusedForm<F extends Form> {
  status: DomainError["status"];
  values: ValuesOf<F>;
  errors: FieldErrors;
  /** Errors that belong to no field. */
  rest: string | undefined;
}

/**
 * Returns the values and errors of an action's form if it was refused, or null.
 * @param of identifies one of several forms
 */
export type RefusedFormOf = <F extends Form>(
  action: Action<F>,
  of?: string,
) => RefusedForm<F> | null;

/** Joins all errors of a form that shows them in one place. */
export function whyRefused({ errors, rest }: Pick<RefusedForm<Form>, "errors" | "rest">): string {
  return [...Object.values(errors), rest].filter(Boolean).join(" ");
}

/** Returns a record's refused text for further editing. @param field its field */
export function refusedText<F extends string>(
  { values, status, errors, rest }: RefusedForm<Form> & { values: { version: number } },
  field: F,
): TextEdit<F> {
  const { version } = values;
  const why = status === 412 ? { stale: true } : {
    error: errors[field] ?? Object.values(errors)[0] ?? rest,
    ...(version >= 0 && { version }),
  };
  return { field, value: String(Object(values)[field] ?? ""), refused: true, ...why };
}

/** A refused action. It tracks whether a form showed the refusal. */
export class Refusal {
  /** Whether a form on the page shows the refusal. */
  shown = false;

  constructor(
    readonly error: DomainError,
    private readonly action: Action,
    private readonly values: Record<string, unknown>,
    private readonly of: string | undefined,
  ) {}

  get text(): string {
    return sentencesOf(this.error);
  }

  /** Returns the tasks that caused the refusal, as named in the form, or none if all did. */
  get tasks(): string[] {
    const { tasks } = this.values;
    if (!(this.error instanceof SomeRefused) || !Array.isArray(tasks)) return [];
    const refused = this.error.errors.map(({ path }) => tasks[Number(path.at(-1))] as string);
    return refused.length < tasks.length ? refused : [];
  }

  /** Returns the texts that someone typed. */
  get texts(): Unsaved[] {
    return (Object.keys(proseFields) as Unsaved["field"][]).flatMap((field) => {
      const text = this.values[field];
      return typeof text === "string" && text.trim() ? [{ field, text }] : [];
    });
  }

  read: RefusedFormOf = <F extends Form>(action: Action<F>, of?: string) => {
    if (action as Action !== this.action || of !== this.of) return null;
    this.shown = true;
    const values = this.values as ValuesOf<F>;
    return { values, ...errorsOf(this.error, Object.keys(action.form)) };
  };
}

/** Returns an error's message and next step. A page already shows the current version of a stale record. */
function sentencesOf({ status, message, hint }: DomainError): string {
  const next = status === 412 ? "Check the current values, then try again." : hint;
  return [message, next].filter(Boolean).join(" ");
}

/** @param fields the names of the form's fields */
function errorsOf(error: DomainError, fields: string[]): Omit<RefusedForm<Form>, "values"> {
  const { status } = error;
  if (!(error instanceof Invalid || error instanceof SomeRefused)) {
    return { status, errors: {}, rest: sentencesOf(error) };
  }
  const errors: Record<string, string> = {};
  const rest: string[] = [];
  for (const { path, message } of error.errors) {
    const field = path.map(String).find((part) => fields.includes(part));
    if (!field) rest.push(message);
    // For a list, the errors of all its parts are joined
    else if (!(field in errors)) errors[field] = message;
    else if (typeof path.at(-1) === "number") errors[field] += ` ${message}`;
  }
  if (error instanceof SomeRefused && Object.keys(errors).length === 0) {
    return { status, errors, rest: sentencesOf(error) };
  }
  return { status, errors, rest: rest.join(" ") || undefined };
}
