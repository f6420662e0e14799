import { commandPath } from "../../../views/paths.ts";
import { SearchMain } from "../../../views/palette/search.tsx";
import { listCommands } from "../../palette/list.ts";
import { filled, readFields } from "../forms.ts";
import { page } from "../page.ts";

/** Maximum number of results on the page. */
const MOST_FOUND = 50;

/** The search page, for browsers without scripts. */
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
