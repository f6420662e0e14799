import { dependencyKinds } from "../../../views/project_detail_paths.ts";
import { projectProperties } from "../../../views/projects/properties/all.ts";
import type { FullCast } from "../support/full_cast.ts";
import { insiders, managers, members, only, type Row, type Rows } from "./row.ts";

const PROJECT = "/workspace/projects/:projectId";

const ofGatehouse = ({ ids }: FullCast) => ({ projectId: ids.project! });
const ofPrivate = ({ ids }: FullCast) => ({ projectId: ids.privateProject! });

/** Pages of one project: for all of Acme if one of its teams is public, otherwise for people who can see its team. */
const ofProject: readonly Row[] = [
  { params: ofGatehouse, gets: members("ok", 404) },
  { of: "a private team's", params: ofPrivate, gets: only(insiders, 404) },
];

const dependencyMenus = dependencyKinds.map((kind) => `dependencies/${kind}`);

/** The audience of a project's pages. */
export const projectPageRows: Rows = {
  [PROJECT]: [
    ...ofProject,
    {
      of: "a text to edit",
      params: ofGatehouse,
      query: () => ({ edit: "description" }),
      gets: members("ok", 404),
    },
  ],
  ...Object.fromEntries(
    [...projectProperties, "actions", ...dependencyMenus].map((menu) => [
      `${PROJECT}/${menu}`,
      ofProject,
    ]),
  ),
  [`${PROJECT}/template`]: [{ params: ofGatehouse, gets: only(managers) }],
};

type Sent = (fullCast: FullCast) => Record<string, string>;

/** A change of a project, for owners, admins, and its lead, who isn't among these people. */
const changes = (form: Sent): readonly Row[] => [
  { params: ofGatehouse, form, gets: only(managers) },
  {
    of: "a private team's",
    params: ofPrivate,
    form,
    gets: { ...only(managers, 404), outsider: 403 },
  },
];

/** Actions on a project that affect only the person. */
const ownMark: readonly Row[] = [
  { params: ofGatehouse, gets: members("ok", 404) },
  { of: "a private team's", params: ofPrivate, gets: only(insiders, 404) },
];

const MILESTONE = `${PROJECT}/milestones/:milestoneId`;

const ofMilestone = (form: Sent): readonly Row[] => [
  {
    params: (fullCast) => ({ ...ofGatehouse(fullCast), milestoneId: fullCast.ids.milestone! }),
    form,
    gets: only(managers),
  },
];

/** Every action on a project, with the people who can do it. */
export const projectRows: Rows = {
  [`${PROJECT}/place`]: changes(() => ({ status: "planned" })),
  "/workspace/projects/new": [
    {
      form: () => ({ name: "Bridge" }),
      gets: { ...members(403, "ok"), ...only(managers), foreign: "ok" },
    },
  ],
  [`${PROJECT} status`]: changes(() => ({ status: "planned" })),
  [`${PROJECT} priority`]: changes(() => ({ priority: "high" })),
  [`${PROJECT} leadId`]: changes(({ ids }) => ({ leadId: ids.ada! })),
  [`${PROJECT} startDate`]: changes(() => ({ startDate: "2026-01-01" })),
  [`${PROJECT} targetDate`]: changes(() => ({ targetDate: "2027-01-01" })),
  [`${PROJECT} toggleMember`]: changes(({ ids }) => ({ toggleMember: ids.ada! })),
  [`${PROJECT} toggleTeam`]: changes(({ ids }) => ({ toggleTeam: ids.support! })),
  [`${PROJECT} toggleLabel`]: changes(({ ids }) => ({ toggleLabel: ids.projectLabel! })),
  [`${PROJECT} editing=name`]: changes(() => ({ name: "Lodge", version: "9" })),
  [`${PROJECT} editing=key`]: changes(() => ({ key: "LODGE", version: "9" })),
  [`${PROJECT} editing=summary`]: changes(() => ({ summary: "By the road", version: "9" })),
  [`${PROJECT} editing=description`]: changes(() => ({ description: "# Why", version: "9" })),
  [`${PROJECT}/dates`]: changes(() => ({ startDate: "2026-01-01", targetDate: "", version: "9" })),
  [`${PROJECT} box`]: changes(() => ({ box: "0 x oil the hinges" })),
  [`${PROJECT} act=archive`]: changes(() => ({})),
  [`${PROJECT} act=restore`]: changes(() => ({})),
  [`${PROJECT} act=favorite`]: ownMark,
  [`${PROJECT} act=unfavorite`]: ownMark,
  [`${PROJECT}/updates`]: changes(() => ({ health: "onTrack", body: "All is well" })),
  [`${PROJECT}/milestones`]: changes(() => ({ name: "Roof", targetDate: "2026-12-24" })),
  [MILESTONE]: ofMilestone(() => ({ name: "Walls", version: "1" })),
  [`${MILESTONE} act=back`]: ofMilestone(() => ({ name: "Walls" })),
  [`${MILESTONE} act=archive`]: ofMilestone(() => ({})),
  [`${MILESTONE} act=restore`]: ofMilestone(() => ({ position: "0" })),
  [`${MILESTONE}/place`]: ofMilestone(() => ({ position: "0" })),
  [`${MILESTONE}/place act=again`]: ofMilestone(() => ({ position: "0" })),
  [`${PROJECT}/dependencies act=carry`]: changes(() => ({})),
  [`${PROJECT}/dependencies/:kind`]: [
    {
      params: (fullCast) => ({ ...ofGatehouse(fullCast), kind: "blockedBy" }),
      form: ({ ids }) => ({ otherId: ids.otherProject! }),
      gets: only(managers),
    },
  ],
  [`${PROJECT}/dependencies/:kind/:otherId act=remove`]: [
    {
      params: (fullCast) => ({
        ...ofGatehouse(fullCast),
        kind: "blockedBy",
        otherId: fullCast.ids.blockingProject!,
      }),
      gets: only(managers),
    },
  ],
  [`${PROJECT}/template`]: [
    { params: ofGatehouse, form: () => ({ name: "Lodges" }), gets: only(managers) },
  ],
  [`${PROJECT}/activity/:activityId act=undo`]: [
    {
      of: "what the owner did",
      params: ({ ids }) => ({ projectId: ids.project!, activityId: ids.projectActivity! }),
      gets: only(["owner"]),
    },
  ],
};
