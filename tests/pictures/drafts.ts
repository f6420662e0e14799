import { composePath, tasksPath } from "../../views/paths.ts";
import { draftsPath, draftsPathFor } from "../../views/draft_paths.ts";
import type { Demo } from "./demo.ts";
import { openComposer, type Picture } from "./picture.ts";

/** A team that the member isn't in. */
const otherTeam = "OPS";

/** Drafts beside the viewer's own, and the composer of a task that another team takes over. */
export function picturesOfDrafts({ known: { draftId } }: Demo): Picture[] {
  return [
    { name: "drafts-all", at: draftsPathFor({ all: true }), whole: true },
    { name: "drafts-opened", at: draftsPathFor({ draft: draftId }) },
    { name: "drafts-plain", at: draftsPath, javaScript: false, whole: true },
    {
      name: "composer-hands-over",
      at: `${tasksPath}?teamId=${otherTeam}`,
      by: "member",
      open: openComposer,
    },
    {
      name: "composer-hands-over-page",
      by: "member",
      at: composePath({ teamId: otherTeam }),
      javaScript: false,
      whole: true,
    },
  ];
}
