import type { Child } from "hono/jsx";
import { Icon } from "../icons.tsx";

/** The chip of an active filter. */
export interface Chip {
  field: string;
  /** The filter and operator for screen readers: "Label is any of". */
  says: string;
  /** The filter and operator with their menus. */
  shown: Child;
  /** The values and the URL of their menu, or `null` if the operator needs no value. */
  value: { words: string; href: string } | null;
  /** The list without it. */
  without: string;
}

/** The active filters as chips with menus, if there are any. */
export function FilterChips({ chips, add, clear }: {
  chips: readonly Chip[];
  /** The menu of all filters. */
  add: string;
  /** The list with none of them. */
  clear: string;
}) {
  if (chips.length === 0) return null;
  return (
    <div class="filter-bar">
      <ul class="chips" aria-label="Filters">
        {chips.map((chip, at) => (
          <ChipItem chip={chip} after={(chips[at + 1] ?? chips[at - 1])?.field} />
        ))}
        <li>
          <a
            class="button"
            data-kind="quiet"
            data-shape="icon"
            href={add}
            data-menu="filter"
            aria-label="Add a filter"
          >
            <Icon name="plus" />
          </a>
        </li>
      </ul>
      <a class="button filters-clear" data-kind="quiet" href={clear} data-next="#add-filter">
        Clear
      </a>
    </div>
  );
}

/** @param props.after the filter that gets the focus after this one is removed */
function ChipItem({ chip: { field, says, shown, value, without }, after }: {
  chip: Chip;
  after: string | undefined;
}) {
  return (
    <li class="chip" id={`chip-item-${field}`}>
      {shown}
      {value && (
        <a
          class="chip-values"
          id={`chip-values-${field}`}
          href={value.href}
          data-menu="filter-values"
          aria-label={`Change value: ${says} ${value.words}`}
          title={value.words}
        >
          <span>{value.words}</span>
        </a>
      )}
      <a
        class="chip-remove"
        id={`chip-remove-${field}`}
        href={without}
        data-next={after ? `#chip-remove-${after}` : "#add-filter"}
        aria-label={`Remove filter: ${says}${value ? ` ${value.words}` : ""}`}
      >
        <Icon name="close" />
      </a>
    </li>
  );
}
