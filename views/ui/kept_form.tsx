import type { Child } from "hono/jsx";
import { Notice } from "./field.tsx";

interface KeptFormProps {
  /** Never another one: a morph would take one form for another. */
  id: string;
  action: string;
  /** What is written in it, and of which record: `task_…:title`. */
  keeps: string;
  /** Whether its choices are kept with its texts. */
  keepsAll?: boolean;
  /** Where the server keeps them too, while they aren't sent; a hidden `version` says which it has. */
  keepsAt?: string;
  class?: string;
  /** Why it was refused: it stands as it was typed. */
  error?: string | undefined;
  /** Whether it stands as it was typed and refused, where that is said otherwise. */
  refused?: boolean | undefined;
  /** Where the focus goes once it is done: a selector. */
  next?: string;
  /** Whether Ctrl with Enter sends it, and keys that are pressed before it is answered wait for that. */
  saveKey?: boolean;
  /** Whether it saves itself: once one leaves it, or after some quiet too (`static/js/autosave.js`). */
  autosaves?: "left" | "quiet" | undefined;
  children: Child;
}

/** A form whose texts are kept on the device until they are saved, and that says why it was refused. */
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
