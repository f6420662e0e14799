import type { Child } from "hono/jsx";
import { Notice } from "./field.tsx";

interface KeptFormProps {
  /** The form's ID. Each form needs its own, or a morph confuses them. */
  id: string;
  action: string;
  /** The key of the stored text: `task_…:title`. */
  keeps: string;
  /** Whether choices are stored with the texts. */
  keepsAll?: boolean;
  /** The URL where the server stores the draft too. A hidden `version` names its version. */
  keepsAt?: string;
  class?: string;
  /** The error. The form shows the typed values. */
  error?: string | undefined;
  /** Whether the typed values were rejected, if the error is shown elsewhere. */
  refused?: boolean | undefined;
  /** The selector of the element that gets the focus. */
  next?: string;
  /** Whether Ctrl+Enter submits the form and later keys wait for the response. */
  saveKey?: boolean;
  /** Whether it saves when the field loses focus, or also after a pause (`static/js/autosave.js`). */
  autosaves?: "left" | "quiet" | undefined;
  children: Child;
}

/** A form that stores its texts on the device until they are saved, and shows its error. */
export function KeptForm(props: KeptFormProps) {
  const { id, action, error, refused = error !== undefined } = props;
  return (
    <form
      class={`text-form ${props.class ?? ""}`.trim()}
      id={id}
      method="post"
      action={action}
      hx-post={action}
      data-save-key={props.saveKey || undefined}
      data-next={props.next}
      data-keeps={props.keeps}
      data-keeps-all={props.keepsAll || undefined}
      data-keeps-at={props.keepsAt}
      data-unsaved={refused || undefined}
      data-autosaves={props.autosaves}
    >
      {error && <Notice kind="error">{error}</Notice>}
      {props.children}
    </form>
  );
}
