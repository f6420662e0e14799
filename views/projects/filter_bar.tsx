import { Icon } from "../icons.tsx";
import {
  type ProjectFilterField,
  projectFilterMenuPath,
  projectListPath,
  type ProjectQuery,
  unfilteredProjects,
} from "../project_list_paths.ts";
import { projectFilterWords } from "./list_words.ts";

/** A filter that holds, with what its values are called. */
export interface ProjectChip {
  field: ProjectFilterField;
  names: readonly string[];
}

/** The filters that hold; nothing where none does. */
export function ProjectChips({ chips, query }: {
  chips: readonly ProjectChip[];
  query: ProjectQuery;
}) {
  if (chips.length === 0) return null;
  return (
    <div class="filter-bar">
      <ul class="chips" aria-label="Filters">
        {chips.map((chip, at) => (
          <Chip chip={chip} query={query} after={(chips[at + 1] ?? chips[at - 1])?.field} />
        ))}
        <li>
          <a
            class="button"
            data-kind="quiet"
            data-shape="icon"
            href={projectFilterMenuPath(query)}
            data-menu="filter"
            aria-label="Add a filter"
          >
            <Icon name="plus" />
          </a>
        </li>
      </ul>
      <a
        class="button filters-clear"
        data-kind="quiet"
        href={projectListPath(unfilteredProjects(query))}
        data-next="#add-filter"
      >
        Clear
      </a>
    </div>
  );
}

/** @param props.after the filter that has the focus once this one is removed */
function Chip({ chip: { field, names }, query, after }: {
  chip: ProjectChip;
  query: ProjectQuery;
  after: ProjectFilterField | undefined;
}) {
  const name = projectFilterWords[field];
  const value = names.join(", ");
  const operator = names.length > 1 ? "is any of" : "is";
  return (
    <li class="chip" id={`chip-item-${field}`}>
      <span class="chip-operator">{name} {operator}</span>
      <a
        class="chip-values"
        id={`chip-values-${field}`}
        href={projectFilterMenuPath(query, field)}
        data-menu="filter-values"
        aria-label={`${name} ${operator} ${value}: change`}
        title={value}
      >
        <span>{value}</span>
      </a>
      <a
        class="chip-remove"
        id={`chip-remove-${field}`}
        href={projectListPath({ ...query, [field]: undefined })}
        data-next={after ? `#chip-remove-${after}` : "#add-filter"}
        aria-label={`Remove the filter ${name} ${operator} ${value}`}
      >
        <Icon name="close" />
      </a>
    </li>
  );
}
