import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { Icon, type IconName } from "../icons.tsx";
import { previewPath, suggestionsPath, tasksPath } from "../paths.ts";

/** What the bar does with what is chosen in the text: how it is called, and its keys besides Ctrl or ⌘. */
const tools: [tool: string, name: string, icon: IconName, keys: string | null][] = [
  ["bold", "Bold", "bold", "B"],
  ["italic", "Italic", "italic", "I"],
  ["code", "Code", "code", "E"],
  ["link", "Link", "link", "K"],
  ["list", "List", "list", "Shift+8"],
  ["checklist", "Checklist", "checklist", "Shift+9"],
  ["quote", "Quote", "quote", null],
];

/** What it does besides where lines of a list become sub-tasks. */
const split: typeof tools[number] = [
  "sub-tasks",
  "Make sub-tasks of the chosen lines",
  "sub-task",
  "Shift+O",
];

/** What keys do in a text, each with those besides Ctrl or ⌘. */
export const textKeys = [...tools, split].flatMap(([, name, , keys]) =>
  keys ? [{ name, keys: keys.split("+") }] : []
);

/** The same for every field, and drawn once. One stop for Tab: arrows go from button to button. */
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
  /** How long it may be: it says when that is near, and cuts nothing. */
  limit?: number;
  required?: boolean;
  autofocus?: boolean;
  /** The task that it is written on: whom a mention calls depends on it. */
  taskId?: string | undefined;
  /** Whether it has no frame, and its bar, below the text, only while one writes. */
  calm?: boolean;
  /** The id of what says why it was refused. */
  faultId?: string | undefined;
  /** Whether chosen lines of a list become sub-tasks. */
  splits?: boolean;
  /** What stands below the text, within its frame. */
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
        {/* HTML takes a line break away that a textarea begins with */}
        {value && "\n" + value}
      </textarea>
      <div class="md-preview" hidden></div>
      {calm && bar}
      {props.children}
    </div>
  );
}
