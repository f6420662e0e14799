import { taskPath } from "../paths.ts";
import { Icon } from "../icons.tsx";

/** The form of an Undo button. */
export interface UndoForm {
  action: string;
  name: string;
  value: string;
  says?: string | undefined;
  along?: Readonly<Record<string, string>> | undefined;
}

export interface ToastProps {
  text: string;
  kind?: "done" | "error";
  link?: { href: string; name: string } | undefined;
  /** Whether the toast is invisible and only provides the Undo. */
  quiet?: boolean | undefined;
  /** The form that undoes the change. */
  undo?: UndoForm | undefined;
  /** The references of the tasks to select. */
  selects?: readonly string[] | undefined;
  /** All tasks that weren't changed, if the text names only some. */
  left?: readonly { reference: string | null; message?: string }[] | undefined;
  /** The references of selected tasks that can't be changed. */
  refused?: readonly string[] | undefined;
  /** The saved version of the record. */
  version?: number | undefined;
}

/** A short message in the corner of the page. It disappears by itself. */
export function Toast(props: ToastProps) {
  const { text, kind = "done", quiet, link, undo, selects, left, refused = [], version } = props;
  if (quiet) return undo && <UndoButton {...undo} hidden />;
  return (
    <div
      class="toast"
      data-kind={kind}
      x-data="toast"
      data-next={link && `#main a[href="${link.href}"]:not(.row-mark)`}
      data-selects={selects?.join(",")}
      data-saved-version={version}
    >
      <Icon name={kind === "done" ? "check" : "warning"} />
      <span>{text}</span>
      {left && (
        <details>
          <summary>Show all {left.length}</summary>
          <ul>
            {left.map(({ reference, message }) => (
              <li>
                {reference && <a href={taskPath(reference)}>{reference}</a>} {message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {refused.length > 0 && (
        <button
          type="button"
          class="link"
          data-selection="leave"
          data-reference={refused.join(",")}
          x-on:click="dismiss"
        >
          Deselect {refused.length === 1 ? refused[0] : `these ${refused.length}`}
        </button>
      )}
      {link && <a href={link.href}>{link.name}</a>}
      {undo && <UndoButton {...undo} />}
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-shape="icon"
        aria-label="Dismiss"
        x-on:click="dismiss"
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** @param props.hidden whether only a shortcut presses it (`static/js/undo.js`) */
function UndoButton(
  { action, name, value, says, along = {}, hidden }: UndoForm & { hidden?: true },
) {
  return (
    <form method="post" action={action} hx-post={action} hidden={hidden}>
      {Object.entries(along).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="link" name={name} value={value} data-undo={says ?? true}>
        {says ?? "Undo"}
      </button>
    </form>
  );
}
