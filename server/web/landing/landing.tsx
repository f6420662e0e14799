import { DemoMenu, DemoMenuPage } from "../../../views/landing/demo_list.tsx";
import { type DemoTask, demoTasks, readMoved } from "../../../views/landing/demo_tasks.ts";
import { demoTime } from "../../../views/landing/demo_timeline.tsx";
import { LandingPage } from "../../../views/landing/landing.tsx";
import { PublicSearch } from "../../../views/landing/search.tsx";
import { landingPath } from "../../../views/paths.ts";
import { MenuNote } from "../../../views/ui/menu.tsx";
import { pageClock } from "../../../views/ui/time.tsx";
import { findPublicPages } from "../../palette/public_pages.ts";
import { publicPage } from "../page.ts";

/**
 * The landing page. With `q`, it shows search results for browsers without scripts. Visitors can change statuses in the
 * example list. `moved` contains these changes. `menu` opens the menu of a task, such as `ENG-142/status`.
 */
export const landingPage = publicPage({
  path: landingPath,
  async read({ viewer, url: { searchParams }, memory, searchDocs }) {
    const signedIn = viewer !== null;
    const q = searchParams.get("q");
    return {
      signedIn,
      q,
      found: q === null ? [] : [...findPublicPages(q, signedIn), ...await searchDocs(q)],
      moved: readMoved(searchParams.get("moved")),
      task: taskOf(searchParams),
      clock: pageClock(memory.formats, new Date(demoTime), "UTC"),
    };
  },
  parts: {
    menu({ url: { searchParams } }) {
      const task = taskOf(searchParams);
      const view = task
        ? <DemoMenu task={task} moved={readMoved(searchParams.get("moved"))} />
        : <MenuNote name="Status">This task isn't in the example.</MenuNote>;
      return Promise.resolve({ view, address: null });
    },
  },
}).shows(({ q, found, task, ...shown }) =>
  q !== null
    ? <PublicSearch frame={shown.frame} signedIn={shown.signedIn} q={q} found={found} />
    : task
    ? <DemoMenuPage {...shown} task={task} />
    : <LandingPage {...shown} />
);

function taskOf(searchParams: URLSearchParams): DemoTask | undefined {
  const menu = searchParams.get("menu");
  return demoTasks.find(({ reference }) => menu === `${reference}/status`);
}
