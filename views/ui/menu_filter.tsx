/** The search of a menu's choices. */
export interface Finds {
  path: string;
  /** The search text. */
  q: string;
  /** The URL parameter of the search text. Defaults to `q`. */
  field?: string;
  /** The message for no results. */
  none?: string | undefined;
  /** Whether all choices are present, so that the server gets a request only if none matches. */
  rest?: boolean;
}

/** The field that filters or finds a menu's choices. */
export function FilterField(
  { id, name, input }: { id: string; name: string; input?: Record<string, string> },
) {
  return (
    <input
      type="text"
      data-menu-start
      role="combobox"
      aria-expanded="true"
      aria-controls={`${id}-items`}
      aria-autocomplete="list"
      aria-label={/^Filter\b/.test(name) ? name : `Filter: ${name}`}
      placeholder={`${name}…`}
      autocomplete="off"
      spellcheck={false}
      {...input}
    />
  );
}

/** The shortcut of the menu. */
export function Press({ keys }: { keys: string | undefined }) {
  return keys ? <kbd class="menu-press" aria-hidden="true">{keys}</kbd> : null;
}

/** Loads choices while people type, as `static/js/listbox.js` decides. Without JavaScript, its button does. */
export function FindForm({ id, name, path, q, field = "q", press }: Finds & {
  id: string;
  name: string;
  press: string | undefined;
}) {
  const items = `#${id}-items`;
  const along = new URLSearchParams(path.split("?")[1]);
  return (
    <form
      class="menu-filter"
      data-finds
      method="get"
      action={path}
      role="search"
      aria-label={name}
    >
      <FilterField
        id={id}
        name={name}
        input={{
          "name": field,
          "value": q,
          "aria-label": `Find: ${name}`,
          "maxlength": "200",
          "hx-get": path,
          "hx-trigger": "typed delay:150ms, again",
          "hx-target": items,
          "hx-select": items,
          "hx-select-oob": `#${id}-none:innerHTML`,
          "hx-swap": "outerMorph",
          "hx-sync": "this:replace",
        }}
      />
      {[...along].map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <Press keys={press} />
      <button type="submit" class="button">Find</button>
    </form>
  );
}
