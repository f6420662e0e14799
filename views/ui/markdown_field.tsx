import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { Icon, type IconName } from "../icons.tsx";
import { previewPath, suggestionsPath, tasksPath } from "../paths.ts";

/** Explains what a Markdown field supports. */
export const markdownHint = "Markdown supported. @\u00a0to mention, #\u00a0to link a task.";

/** The formatting buttons, with the keys pressed with Ctrl or ⌘. */
const tools: [tool: string, name: string, icon: IconName, keys: string | null][] = [
  ["bold", "Bold", "bold", "B"],
  ["italic", "Italic", "italic", "I"],
  ["code", "Code", "code", "E"],
  ["link", "Link", "link", "K"],
  ["list", "List", "list", "Shift+8"],
  ["checklist", "Checklist", "checklist", "Shift+9"],
  ["quote", "Quote", "quote", null],
];

/** The button that descriptions of tasks also have. */
const split: typeof tools[number] = [
  "sub-tasks",
  "Convert selected lines to sub-tasks",
  "sub-task",
  "Shift+O",
];

/** The shortcuts of a text field, pressed with Ctrl or ⌘. Without selected text, the link's key opens the palette. */
export const textKeys = [...tools, split].flatMap(([tool, name, , keys]) =>
  keys ? [{ name: tool === "link" ? "Link selected text" : name, keys: keys.split("+") }] : []
);

/** Rendered once, because all fields share it. It is one tab stop: arrow keys move between buttons. */
const bar = drawBar(tools);
const splittingBar = drawBar([...tools, split]);

function drawBar(tools: readonly typeof split[]) {
  return raw(String(
    <div class="md-bar" role="toolbar" aria-label="Formatting">
      {tools.map(([tool, name, icon, keys], at) => (
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-shape="icon"
          data-md={tool}
          tabindex={at === 0 ? undefined : -1}
          aria-label={name}
          aria-keyshortcuts={keys ? `Control+${keys}` : undefined}
          title={keys ? `${name} (Ctrl+${keys})` : name}
        >
          <Icon name={icon} />
        </button>
      ))}
      <button
        type="button"
        class="button md-preview-button"
        data-kind="quiet"
        data-md="preview"
        tabindex={-1}
        aria-pressed="false"
      >
        Preview
      </button>
    </div>,
  ));
}

interface MarkdownFieldProps {
  id: string;
  name: string;
  label: string;
  value: string;
  rows: number;
  placeholder: string;
  /** The maximum length. The field warns near the limit and never cuts text. */
  limit?: number;
  required?: boolean;
  autofocus?: boolean;
  /** The task of the text. It decides whom mentions can notify. */
  taskId?: string | undefined;
  /** Whether the field has no frame, and shows its bar below the text only while it has focus. */
  calm?: boolean;
  /** The ID of the element with the error message. */
  faultId?: string | undefined;
  /** Whether selected list items can become sub-tasks. */
  splits?: boolean;
  /** Content below the text, inside the frame. */
  children?: Child;
}

/**
 * A text in Markdown with a bar that formats it, a preview, and people and tasks offered behind `@` and `#`
 * (`static/js/markdown_field.js`, `suggest.js`). Without JavaScript it is a plain field.
 */
export function MarkdownField(props: MarkdownFieldProps) {
  const { id, name, label, value, rows, placeholder, limit, required, autofocus, calm } = props;
  return (
    <div
      class="md-field"
      data-calm={calm || undefined}
      data-preview={previewPath}
      data-task-id={props.taskId}
    >
      {!calm && (props.splits ? splittingBar : bar)}
      <textarea
        class={calm ? "plain-input" : "input"}
        id={id}
        name={name}
        rows={rows}
        data-limit={limit}
        required={required}
        autofocus={autofocus}
        dir="auto"
        aria-label={label}
        aria-autocomplete="list"
        aria-invalid={props.faultId ? "true" : undefined}
        aria-describedby={props.faultId}
        data-suggests={suggestionsPath}
        data-tasks={tasksPath}
        placeholder={placeholder}
      >
        {/* HTML removes a line break at the start of a textarea */}
        {value && "\n" + value}
      </textarea>
      <div class="md-preview" hidden></div>
      {calm && bar}
      {props.children}
    </div>
  );
}
