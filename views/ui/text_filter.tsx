import { Icon } from "../icons.tsx";

interface TextFilterProps {
  /** Where it asks. */
  action: string;
  /** What it asks for now. */
  q: string | undefined;
  /** What it does, as its field is called. */
  name: string;
  /** What else narrows the list, as fields. */
  fields: readonly (readonly [name: string, value: string])[];
  /** The list without a text. */
  without: string;
}

/** The form's id, by which the server knows that a page was asked for by typing. */
export const textFilterId = "text-filter";

/** Narrows a page's list as one types; without JavaScript, with Enter. */
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
