import type { FullCast } from "../support/full_cast.ts";
import { managers, members, only, type Rows } from "./row.ts";

const workflows = "/workspace/settings/workflows";
const ofWorkflow = ({ ids }: FullCast) => ({ workflowId: ids.workflow! });
const ofState = ({ ids }: FullCast) => ({ workflowId: ids.workflow!, stateId: ids.workflowState! });

/** Actions on a workflow or one of its states, by path and button, with the form's fields. */
const acts: Readonly<Record<string, (fullCast: FullCast) => Record<string, string>>> = {
  "": () => ({ name: "Short", version: "1" }),
  " act=back": () => ({ name: "Short", version: "1" }),
  " act=default": () => ({}),
  " act=archive": () => ({}),
  " act=restore": () => ({}),
  "/states": () => ({ name: "Review", status: "progressed" }),
  "/states/:stateId": () => ({ name: "Shelf", version: "1" }),
  "/states/:stateId act=back": () => ({ name: "Shelf", position: "0" }),
  "/states/:stateId act=remove": () => ({}),
  "/states/:stateId/place": () => ({ position: "2" }),
  "/states/:stateId/place act=again": () => ({ position: "2" }),
};

/** Actions on the workflow page, with the people who can do them. */
export const workflowRows: Rows = {
  [workflows]: [{
    form: () => ({ name: "Support", from: "" }),
    gets: { ...members(403, "ok"), owner: "ok", admin: "ok" },
  }],
  // A team's lead chooses its workflow
  [`${workflows}/:workflowId/teams`]: [{
    params: ofWorkflow,
    form: ({ teams }) => ({ teamId: teams.eng }),
    gets: only([...managers, "lead"]),
  }],
  ...Object.fromEntries(
    Object.entries(acts).map(([act, form]) => [`${workflows}/:workflowId${act}`, [{
      params: act.startsWith("/states/") ? ofState : ofWorkflow,
      form,
      gets: only(managers),
    }]]),
  ),
};
