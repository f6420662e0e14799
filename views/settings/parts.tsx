import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { Field, type FieldErrors } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { CancelLink } from "./record_links.tsx";

interface ConcernProps {
  /** The section's ID in URLs: `#name`. */
  id: string;
  title: string;
  /** The purpose in one or two sentences. */
  lead?: Child;
  /** Whether the section deletes something permanently. */
  danger?: boolean;
  /** The section's main action, beside its title. */
  beside?: Child;
  children: Child;
}

/** A section of a settings page. */
export function Concern({ id, title, lead, danger, beside, children }: ConcernProps) {
  return (
    <section
      class="concern"
      id={id}
      aria-labelledby={`${id}-title`}
      data-kind={danger ? "danger" : undefined}
    >
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {beside}
        {lead && <p>{lead}</p>}
      </header>
      {children}
    </section>
  );
}

/** The errors of a refused form. */
export interface Refused {
  errors: FieldErrors;
  rest?: string | undefined;
}

/**
 * The form of a section. The device keeps unsaved text. A toast reports the result.
 * @param props.keeps the key of unsaved text: `profile`
 * @param props.button the button's text: "Save profile"
 * @param props.next where the focus goes after saving or canceling
 * @param props.cancel the page without the form, if the URL opened it
 */
export function ConcernForm(props: {
  id: string;
  action: string;
  keeps: string;
  refused?: Refused | null | undefined;
  button: string;
  danger?: boolean;
  /** The field that selects the action, if several share a path. A key that saves presses no button. */
  name?: string;
  value?: string;
  next?: string;
  cancel?: string;
  /** Whether the response shows a secret, which then gets the focus. */
  reveals?: boolean;
  children: Child;
}) {
  const { id, action, keeps, refused, button, danger, name, value, next, cancel, children } = props;
  const wrong = refused !== null && refused !== undefined;
  return (
    <KeptForm
      id={id}
      action={action}
      keeps={keeps}
      keepsAll
      class="form"
      error={refused?.rest}
      refused={wrong}
      {...(next && !props.reveals ? { next } : {})}
      saveKey
    >
      {name && <input type="hidden" name={name} value={value} />}
      {children}
      <div class="form-actions">
        <button type="submit" class="button" data-kind={danger ? "danger" : "primary"}>
          {button}
        </button>
        {cancel && <CancelLink href={cancel} next={next} />}
      </div>
    </KeptForm>
  );
}

/**
 * Asks before an action that can't be undone. Works without scripts, because a URL opens the form.
 * @param props.act the value of `act`, if the URL has several actions
 * @param props.cancel the page without the form
 * @param props.next where the focus goes after canceling
 */
export function ConfirmForm({ action, act, question, button, cancel, next, children }: {
  action: string;
  act?: string;
  question: Child;
  button: string;
  cancel: string;
  next: string;
  /** The consequences. */
  children: Child;
}) {
  return (
    <form class="record-form" method="post" action={action} hx-post={action} data-next="#main">
      <p>
        <b>{question}</b>
      </p>
      <p>{children}</p>
      <div class="form-actions">
        <button
          type="submit"
          class="button"
          data-kind="danger"
          name={act && "act"}
          value={act}
          autofocus
        >
          {button}
        </button>
        <CancelLink href={cancel} next={next} />
      </div>
    </form>
  );
}

/** The field for a record's name. @param props.stays whether the field doesn't get the focus */
export function NameField({ value, error, label = "Name", hint, placeholder, stays }: {
  value: string;
  error: string | undefined;
  label?: string;
  hint?: string;
  placeholder?: string;
  stays?: boolean;
}) {
  return (
    <Field
      name="name"
      label={label}
      hint={hint}
      error={error}
      input={{
        value,
        placeholder,
        "required": true,
        "autofocus": !stays,
        "autocomplete": "off",
        "data-limit": 80,
      }}
    />
  );
}

/**
 * A secret that is shown only once, with a button that copies it.
 * @param props.name the kind of secret: "Personal access token"
 * @param props.line a ready command that uses the secret, with its own copy button
 */
export function ShownOnce({ name, secret, line }: { name: string; secret: string; line?: string }) {
  return (
    <section class="shown-once" role="status" tabindex={-1} autofocus aria-label={name}>
      <p>
        <Icon name="warning" /> Copy the {name.toLowerCase()} now. You won't see it again.
      </p>
      <Copied name={name} text={secret} />
      {line && <Copied name="Command line" text={line} />}
    </section>
  );
}

/** A text with a button that copies it. */
function Copied({ name, text }: { name: string; text: string }) {
  return (
    <div class="copied">
      <code aria-label={name}>{text}</code>
      <button type="button" class="button" data-copies-text>
        <Icon name="copy" />
        <span>Copy</span>
      </button>
    </div>
  );
}

/** An ID with a button that copies it. @param props.name the name of the ID @param props.label the visible name, if needed */
export function CopiedId({ name, id, label }: { name: string; id: string; label?: string }) {
  return (
    <span class="copied-id">
      {label && <small aria-hidden="true">{label}</small>}
      <code aria-label={name}>{id}</code>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        data-copies-text
        aria-label={`Copy ${name}`}
        title="Copy"
      >
        <Icon name="copy" />
      </button>
    </span>
  );
}

/** A column of a table. A hidden name is only for screen readers. Numbers are aligned on the right. */
export interface Column {
  name: string;
  hidden?: true;
  number?: true;
}

/** Records as a table. On narrow screens, each record is a card whose values have labels. */
export function Records({ name, columns, rows, empty }: {
  /** The table's name. */
  name: string;
  columns: readonly Column[];
  /** A row's cells in the order of the columns. The first cell names the row. `open` replaces all cells. */
  rows: readonly { key: string; cells: readonly Child[]; muted?: boolean; open?: Child }[];
  /** The text for an empty table. */
  empty: string;
}) {
  if (rows.length === 0) return <p class="records-empty">{empty}</p>;
  return (
    <table class="records" aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ name, hidden, number }) => (
            <th scope="col" class={number && "number"}>
              {hidden ? <span class="unseen">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, muted, open }) => (
          <tr id={`row-${key}`} data-muted={muted || undefined}>
            {open ? <td class="record-open" colspan={columns.length}>{open}</td> : cells.map((
              cell,
              at,
            ) =>
              at === 0 ? <th scope="row">{cell}</th> : (
                <td
                  class={columns[at]?.number && "number"}
                  data-column={columns[at]?.hidden ? undefined : columns[at]?.name}
                >
                  {cell}
                </td>
              )
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
