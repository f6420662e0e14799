import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";
import { Field, type FieldErrors } from "../ui/field.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { CancelLink } from "./record_links.tsx";

interface ConcernProps {
  /** What the page's addresses call it: `#name`. */
  id: string;
  title: string;
  /** What it is for, as one or two sentences. */
  lead?: Child;
  /** Whether something is lost by it for good. */
  danger?: boolean;
  /** What one can do with the whole of it, beside its title. */
  beside?: Child;
  children: Child;
}

/** One concern of a page of settings, under a heading of its own. */
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

/** What a form gets of its last try, where it was refused. */
export interface Refused {
  errors: FieldErrors;
  rest?: string | undefined;
}

/**
 * The form of one concern: texts are kept on the device until they are saved. What was saved is said in the page's corner.
 * @param props.keeps what is written in it, and of which record: `profile`
 * @param props.button what it does: "Save profile"
 * @param props.next where the focus goes once it is done, or was left
 * @param props.cancel the page without it, where it was opened
 */
export function ConcernForm(props: {
  id: string;
  action: string;
  keeps: string;
  refused?: Refused | null | undefined;
  button: string;
  danger?: boolean;
  /** The field by which its action is told from others at its path: no button's, as keys press none. */
  name?: string;
  value?: string;
  next?: string;
  cancel?: string;
  /** Whether its answer shows a secret, which has the focus then. */
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

/** What a record is called. @param props.stays whether the focus stays elsewhere when the form is opened */
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
 * A secret that is shown this once, with a button that copies it.
 * @param props.name what it is: "Personal access token"
 * @param props.line a command that works with it as it is, to be copied too
 */
export function ShownOnce({ name, secret, line }: { name: string; secret: string; line?: string }) {
  return (
    <section class="shown-once" role="status" tabindex={-1} autofocus aria-label={name}>
      <p>
        <Icon name="warning" /> Copy it now: it isn't shown again.
      </p>
      <Copied name={name} text={secret} />
      {line && <Copied name="Command line" text={line} />}
    </section>
  );
}

/** A text that one takes along, with a button that copies it. */
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

/** An id that one takes along, with what copies it. @param props.name whose it is */
export function CopiedId({ name, id }: { name: string; id: string }) {
  return (
    <span class="copied-id">
      <code aria-label={name}>{id}</code>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        data-copies-text
        aria-label={`Copy: ${name}`}
        title="Copy"
      >
        <Icon name="copy" />
      </button>
    </span>
  );
}

/** A table's column: what it is called, and whether its head is for those alone who don't see it. */
export interface Column {
  name: string;
  hidden?: true;
}

/** Records as a table; on narrow screens each one is a card, whose values say what they are. */
export function Records({ name, columns, rows, empty }: {
  /** What they are. */
  name: string;
  columns: readonly Column[];
  /** A row's cells in the columns' order; the first one says whose row it is. `open` takes the place of them all. */
  rows: readonly { key: string; cells: readonly Child[]; muted?: boolean; open?: Child }[];
  /** What is said where there are none. */
  empty: string;
}) {
  if (rows.length === 0) return <p class="records-empty">{empty}</p>;
  return (
    <table class="records" aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ name, hidden }) => (
            <th scope="col">{hidden ? <span class="unseen">{name}</span> : name}</th>
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
              at === 0
                ? <th scope="row">{cell}</th>
                : <td data-column={columns[at]?.hidden ? undefined : columns[at]?.name}>{cell}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
