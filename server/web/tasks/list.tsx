import { listPath, onlyRecord, tasksPath } from "../../../views/paths.ts";
import { textFilterId } from "../../../views/tasks/filter_bar.tsx";
import { composeDefaults, TaskListBar, TaskListMain } from "../../../views/tasks/list.tsx";
import { MoreRows } from "../../../views/tasks/more.tsx";
import type { Member } from "../../domain/core/actor.ts";
import type { PageContext } from "../context.ts";
import { page, type Part } from "../page.ts";
import { furtherRows } from "./list_groups.ts";
import { queryOf } from "./list_query.ts";
import { readListing } from "./listing.ts";

export const taskListPage = page({
  path: tasksPath,
  who: "members",
  place: placeOf,
  async read(at) {
    const [listing, title] = await Promise.all([readListing(at), titleOf(at)]);
    return { ...listing, title };
  },
  // What is typed letter by letter is one step of the browser's history.
  typedInto: { form: textFilterId, address: (url) => listPath(queryOf(url.searchParams)) },
  parts: { shown: furtherPart },
}).shows({
  title: ({ title }) => title,
  bar: ({ title, query }) => <TaskListBar title={title} query={query} />,
  main: (listing) => <TaskListMain {...listing} />,
  compose: ({ query }) => composeDefaults(query),
});

/** However a list is narrowed and sorted further, it is still that of its team, or one's own. */
function placeOf(url: URL): string {
  const { teamId: team, assigneeId } = queryOf(url.searchParams);
  const teamId = onlyRecord(team);
  return listPath(teamId ? { teamId } : assigneeId === "me" ? { assigneeId } : {});
}

async function titleOf(at: PageContext<Member>): Promise<string> {
  const { teamId, assigneeId } = queryOf(at.url.searchParams);
  const team = (await at.teams()).find(({ id }) => id === teamId);
  return team?.name ?? (assigneeId === "me" ? "My tasks" : "Tasks");
}

/** More rows for the page that asks; its URL remembers them, so that it comes back with them. */
async function furtherPart(at: PageContext<Member>): Promise<Part> {
  const search = at.url.searchParams;
  const cursor = search.get("cursor") ?? undefined;
  const { opened, ...rows } = await furtherRows(at, queryOf(search), cursor, {
    url: at.asking,
    key: search.get("key") ?? "all",
    shown: Number(search.get("shown")) || 0,
  });
  const name = search.get("heading") ?? "this list";
  return { view: <MoreRows {...rows} name={name} />, address: opened };
}
