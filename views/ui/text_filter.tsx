import { Icon } from "../icons.tsx";

interface TextFilterProps {
  /** The URL of the list. */
  action: string;
  /** The current text. */
  q: string | undefined;
  /** The label of the field. */
  name: string;
  /** The other filters of the list. */
  fields: readonly (readonly [name: string, value: string])[];
  /** The list without the text. */
  without: string;
}

/** The form's ID. The server recognizes requests caused by typing by it. */
export const textFilterId = "text-filter";

/** Filters a list while people type, or with Enter without JavaScript. */
export function TextFilter({ action, q, name, fields, without }: TextFilterProps) {
  return (
    <form
      class="text-filter"
      id={textFilterId}
      role="search"
      method="get"
      action={action}
      data-words={q ? "true" : undefined}
      hx-trigger="input changed delay:250ms, submit"
      hx-sync="this:replace"
    >
      {fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <Icon name="search" />
      <input
        type="search"
        id="text-filter-words"
        name="q"
        value={q ?? ""}
        maxlength={200}
        placeholder={name}
        aria-label={name}
        aria-keyshortcuts="q"
        autocomplete="off"
        spellcheck={false}
        data-text-filter
      />
      {q && (
        <a href={without} aria-label="Clear text" data-clear-text>
          <Icon name="close" />
        </a>
      )}
    </form>
  );
}
