import { draftsPath, draftsPathFor } from "../../../views/draft_paths.ts";
import { DraftsBar, DraftsMain } from "../../../views/drafts/drafts.tsx";
import { listUnsentComments } from "../../domain/comments/unsent/read.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listDrafts } from "../../domain/tasks/drafts_and_archive.ts";
import { taskRightsOf } from "../../domain/tasks/permission.ts";
import { excerptOf } from "../../domain/text/excerpt.ts";
import { findTaskRow } from "../../domain/tasks/find_row.ts";
import type { PageContext } from "../context.ts";
import { foundOrDefault } from "../found_or_default.ts";
import { askedFor, entriesShown, furtherEntries } from "../further_entries.ts";
import { page } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";

/** The viewer's drafts, or all that they can see. A link to a draft marks it, wherever it is in the list. */
export const draftsPage = page({
  path: draftsPath,
  who: "members",
  async read(at) {
    const { searchParams } = at.url;
    const shown = entriesShown(searchParams);
    const open = await openDraft(at, searchParams.get("draft"));
    const isOthers = open !== null && open.creatorId !== at.viewer.profile.id;
    const all = searchParams.get("show") === "all" || isOthers;
    const [page, teams, unsent] = await Promise.all([
      at.ask(listDrafts, { ...(all ? {} : { creatorId: "me" }), ...askedFor(shown) }),
      at.teams(),
      shown.cursor === undefined ? at.askAll(listUnsentComments) : [],
    ]);
    const listed = parseJson(page.records);
    const isFurtherDown = open !== null && shown.cursor === undefined &&
      !listed.some(({ id }) => id === open.id);
    const drafts = [...listed, ...(isFurtherDown ? [open] : [])].map((draft) => {
      const changeable = teams.some(({ id }) => id === draft.teamId);
      const { write, act } = taskRightsOf(at.viewer, draft);
      return { ...draft, writable: write && changeable, mayAct: act && changeable };
    });
    const further = furtherEntries(shown, page);
    const draft = further?.inPlace ? open?.reference : undefined;
    const more = further &&
      { href: draftsPathFor({ all, draft, ...further.shown }), inPlace: further.inPlace };
    const begun = unsent.map((one) => ({ ...one, body: excerptOf(one.body) }));
    return {
      all,
      drafts,
      opened: open?.id ?? null,
      unsent: begun,
      more,
      continued: shown.cursor !== undefined,
      clock: pageClockOf(at),
    };
  },
}).shows({
  title: () => "Drafts",
  bar: ({ all }) => <DraftsBar all={all} />,
  main: (props) => <DraftsMain {...props} />,
  live: () => ["drafts"],
});

/** Finds the draft that a URL names, or `null` if it's published, discarded, or hidden from the viewer. */
async function openDraft(at: PageContext<Member>, taskId: string | null) {
  const found = taskId ? await foundOrDefault(at.ask(findTaskRow, { taskId }), null) : null;
  const task = found && parseJson(found);
  return task?.draft && task.archivedAt === null ? task : null;
}
