/** Where a menu's choices are found as one types. */
export interface Finds {
  path: string;
  /** What is typed. */
  q: string;
  /** The parameter that says that: `q` unless said otherwise. */
  field?: string;
  /** What is said where nothing is found. */
  none?: string | undefined;
  /** Set where all choices are there to be filtered: only what fits none of them is looked for. */
  rest?: boolean;
}

/** The field that filters a menu's choices, or finds them. */
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

/** The keys that open the menu. */
export function Press({ keys }: { keys: string | undefined }) {
  return keys ? <kbd class="menu-press" aria-hidden="true">{keys}</kbd> : null;
}

/** Asks for the choices again as one types, when `static/js/listbox.js` says so; without JavaScript by its button. */
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
