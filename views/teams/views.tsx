import type { Team } from "../../server/domain/teams/schema.ts";
import { guides } from "../docs_paths.ts";
import { Main } from "../layouts/shell.tsx";
import { listPath } from "../paths.ts";
import { ViewItem, type ViewRow } from "../saved_views/views.tsx";
import { Empty } from "../ui/empty.tsx";

/** The saved views of a team, task views first. */
export function TeamViewsMain({ team, rows }: { team: Team; rows: readonly ViewRow[] }) {
  return (
    <Main kind="entries" list>
      {rows.length === 0
        ? (
          <Empty
            icon="view"
            title="No views yet"
            guide={guides.savedViews}
            actions={
              <a class="button" data-kind="primary" href={listPath({ teamId: team.key })}>
                View team tasks
              </a>
            }
          >
            Filter the team's tasks or projects, then save a view for the team. Everyone who can see
            the team can find the view here.
          </Empty>
        )
        : (
          <ul class="rows" aria-label="Views">
            {rows.map((row) => <ViewItem row={row} />)}
          </ul>
        )}
    </Main>
  );
}
