import { draftsPath, draftsPathFor } from "../../../views/draft_paths.ts";
import { DraftsBar, DraftsMain } from "../../../views/drafts/drafts.tsx";
import { listUnsentComments } from "../../domain/comments/unsent/read.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listDrafts } from "../../domain/tasks/drafts_and_archive.ts";
import { excerptOf } from "../../domain/text/excerpt.ts";
import { askedFor, entriesShown, furtherEntries } from "../further_entries.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { whyNotWritable } from "../tasks/why_not_writable.ts";

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
      const team = teams.find(({ id }) => id === draft.teamId);
      return { ...draft, mayAct: whyNotWritable(at.viewer, team, draft) === null };
    });
    const further = furtherEntries(shown, page);
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
