import { commandPath } from "../../../views/paths.ts";
import { SearchMain } from "../../../views/palette/search.tsx";
import { listCommands } from "../../palette/list.ts";
import { filled, readFields } from "../forms.ts";
import { page } from "../page.ts";

/** How much of what is found the page shows. */
const MOST_FOUND = 50;

/** What is found and can be done in the workspace, as a page: where the palette's script isn't. */
export const searchPage = page({
  path: commandPath,
  who: "members",
  areas: ["settings"],
  async read(at) {
    const { q, record } = readFields({ q: filled, record: filled }, at.url.searchParams);
    const { results, actions, why } = await at.ask(listCommands, { q, record, limit: MOST_FOUND });
    return { q: q ?? "", record: record ?? null, items: record ? actions : results, why };
  },
}).shows({
  title: () => "Search",
  bar: () => <h1>Search</h1>,
  main: (props) => <SearchMain {...props} />,
});
