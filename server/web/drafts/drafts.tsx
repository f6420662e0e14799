import { draftsPath, draftsPathFor } from "../../../views/draft_paths.ts";
import { DraftsBar, DraftsMain } from "../../../views/drafts/drafts.tsx";
import { listUnsentComments } from "../../domain/comments/unsent/read.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listDrafts } from "../../domain/tasks/drafts_and_archive.ts";
import { taskRightsOf } from "../../domain/tasks/permission.ts";
import { excerptOf } from "../../domain/text/excerpt.ts";
import { askedFor, entriesShown, furtherEntries } from "../further_entries.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";

/** The drafts that the viewer can see. */
export const draftsPage = page({
  path: draftsPath,
  who: "members",
  async read(at) {
    const shown = entriesShown(at.url.searchParams);
    const [page, teams, unsent] = await Promise.all([
      at.ask(listDrafts, askedFor(shown)),
      at.teams(),
      shown.cursor === undefined ? at.askAll(listUnsentComments) : [],
    ]);
    const drafts = parseJson(page.records).map((draft) => {
      const changeable = teams.some(({ id }) => id === draft.teamId);
      const { write, act } = taskRightsOf(at.viewer, draft);
      return { ...draft, writable: write && changeable, mayAct: act && changeable };
    });
    const further = furtherEntries(shown, page.nextCursor);
    const more = further && { href: draftsPathFor(further.shown), inPlace: further.inPlace };
    const begun = unsent.map((one) => ({ ...one, body: excerptOf(one.body) }));
    return {
      drafts,
      unsent: begun,
      more,
      continued: shown.cursor !== undefined,
      clock: pageClockOf(at),
    };
  },
}).shows({
  title: () => "Drafts",
  bar: () => <DraftsBar />,
  main: (props) => <DraftsMain {...props} />,
  live: () => ["drafts"],
});
