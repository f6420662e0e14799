import { FilterChips } from "../parts/filter_chips.tsx";
import {
  type ProjectFilterField,
  projectFilterMenuPath,
  projectListPath,
  type ProjectQuery,
  unfilteredProjects,
} from "../project_list_paths.ts";
import { comparisonWords } from "./list_words.ts";

/** An active filter with the names of its values. */
export interface ProjectChip {
  field: ProjectFilterField;
  names: readonly string[];
}

/** The active filters. */
export function ProjectChips({ chips, query }: {
  chips: readonly ProjectChip[];
  query: ProjectQuery;
}) {
  return (
    <FilterChips
      chips={chips.map((chip) => {
        const { field, names } = chip;
        const says = comparisonWords(chip);
        return {
          field,
          says,
          shown: <span class="chip-operator">{says}</span>,
          value: { words: names.join(", "), href: projectFilterMenuPath(query, field) },
          without: projectListPath({ ...query, [field]: undefined }),
        };
      })}
      add={projectFilterMenuPath(query)}
      clear={projectListPath(unfilteredProjects(query))}
    />
  );
}
