import { firstPreferences } from "../../../server/domain/preferences/schema.ts";
import type { FullCast } from "../support/full_cast.ts";
import type { Answered, ChangeRow, FieldRow } from "./change_row.ts";
import { looked } from "./looked.ts";

/** `é` as one character and as two. */
const [composed, decomposed] = ["Café", "Cafe\u0301"];
const plain = (to: unknown, ...alike: unknown[]): FieldRow => ({ to, alike });
const called = (): FieldRow => plain(composed, decomposed, `  ${composed}\t`);
const described: FieldRow = plain("One\nTwo", "One\r\nTwo");
const due: FieldRow = plain("2026-12-03", "2026-12-03T12:00:00Z", "2026-12-03T21:30:00+05:45");
const byId = (member: string) => (record: Answered) =>
  record[member].map((one: Answered) => one.id);
const ids = (member: string) => (record: Answered) => byId(member)(record).toSorted();

/** Every PATCH of the API with each of its fields, in an order in which each has an effect. */
export function changeRows(fullCast: FullCast): Record<string, ChangeRow> {
  const { ids: id, teams, ada, lea, chidi } = fullCast;
  return {
    "PATCH /me": {
      path: "/me",
      fields: { name: { ...called(), shown: ({ viewer }) => viewer.name } },
    },
    "PATCH /me/preferences": {
      path: "/me/preferences",
      fields: {
        theme: plain("dark"),
        shortcuts: plain(false),
        sidebar: plain("closed"),
        sidebarFolded: plain(["views", "teams"], ["teams", "views", "teams"]),
        notifications: plain({ ...firstPreferences.notifications, comment: "off" }, {
          comment: "off",
        }),
        startPage: plain("mine"),
        timeZone: plain("Europe/Berlin", "europe/berlin", " Europe/Berlin "),
        weekStart: plain("sunday"),
        density: plain("compact"),
        lists: plain([looked]),
      },
    },
    "PATCH /workspaces/{workspaceId}": {
      path: `/workspaces/${fullCast.workspaceId}`,
      fields: {
        name: called(),
        timeZone: plain("Europe/Berlin", "europe/berlin", " Europe/Berlin "),
      },
    },
    "PATCH tasks/{taskId}": {
      path: `tasks/${id.draft}`,
      fields: {
        title: {
          to: "Draw  a\tcafe\u0301 key",
          becomes: "Draw a cafe\u0301 key",
          alike: ["Draw a caf\u00e9 key", " Draw a cafe\u0301 key "],
        },
        // Its record doesn't show its position
        before: { to: "ENG-1", shown: () => "ENG-1", alike: ["eng-1", id.task], alone: true },
        after: { to: "ENG-1", shown: () => "ENG-1", alike: ["eng-1", id.task], alone: true },
        teamId: { to: "SUP", becomes: id.support, alike: ["sup", id.support] },
        description: described,
        status: plain("progressed"),
        stateId: { to: id.doneState, shown: ({ state }) => state.id },
        priority: plain("high"),
        assigneeId: { to: "me", becomes: ada.member.profile.id, alike: [ada.member.profile.id] },
        tags: {
          to: ["hinge", id.bug],
          becomes: ["Bug", "Hinge"],
          alike: [["BUG", "Hinge"], ["Ｂug", id.label], ["Hinge", "Bug", "Bug"]],
        },
        deadlineAt: due,
        parentId: { to: "ENG-1", becomes: id.task, alike: ["eng-1", id.task] },
        beforeSibling: { to: id.sibling, shown: () => id.sibling, alone: true },
        afterSibling: { to: id.sibling, shown: () => id.sibling, alone: true },
        projectId: {
          to: id.gateKey,
          becomes: id.project,
          alike: [id.gateKey!.toLowerCase(), id.project],
        },
        milestoneId: plain(id.milestone),
        draft: plain(false),
      },
    },
    "PATCH tasks/{taskId}/comments/{commentId}": {
      path: `tasks/${id.task}/comments/${id.comment}`,
      as: chidi,
      fields: { body: described },
    },
    "PATCH tasks/{taskId}/resources/{resourceId}": {
      path: `tasks/${id.task}/resources/${id.resource}`,
      fields: {
        url: plain("https://example.com/b", "HTTPS://Example.com:443/b", " https://example.com/b "),
        title: called(),
      },
    },
    "PATCH inbox/{notificationId}": {
      path: `inbox/${id.notification}`,
      as: chidi,
      fields: {
        read: { to: true, shown: ({ readAt }) => readAt !== null },
        archived: { to: true, shown: ({ archivedAt }) => archivedAt !== null },
        snoozedUntil: { to: "2099-12-03T09:00:00.000Z" },
      },
    },
    "PATCH task-templates/{templateId}": {
      path: `task-templates/${id.taskTemplate}`,
      fields: {
        name: called(),
        teamId: { to: "ENG", becomes: teams.eng, alike: ["eng", teams.eng] },
        title: called(),
        description: described,
        priority: plain("low"),
        status: plain("planned"),
        assigneeId: { to: "me", becomes: ada.member.profile.id, alike: [ada.member.profile.id] },
        tags: { to: ["hinge", "Bug"], becomes: ["Bug", "Hinge"], alike: [["BUG", id.label]] },
        archived: { to: true, shown: ({ archivedAt }) => archivedAt !== null },
      },
    },
    "PATCH automations/{automationId}": {
      path: `automations/${id.narrowAutomation}`,
      fields: {
        name: called(),
        description: described,
        teamIds: {
          to: ["ENG", "sup"],
          becomes: [teams.eng, id.support].toSorted(),
          alike: [["SUP", "eng"], [id.support, teams.eng, "ENG"]],
        },
        scopes: { to: ["tasks.read", "projects.read"], alike: [["projects.read", "tasks.read"]] },
        suspended: plain(true),
      },
    },
    "PATCH agents/{agentId}": {
      path: `agents/${id.agent}`,
      fields: {
        name: called(),
        teamIds: { to: [], alike: [] },
        role: plain("commentator"),
        suspended: plain(false),
      },
    },
    "PATCH projects/{projectId}": {
      path: `projects/${id.project}`,
      fields: {
        name: called(),
        key: plain("PORTAL", "portal", " Portal "),
        summary: called(),
        description: described,
        status: plain("planned"),
        leadId: { to: "me", becomes: ada.member.profile.id, alike: [ada.member.profile.id] },
        teamIds: {
          to: ["SUP", teams.eng],
          shown: ids("teams"),
          becomes: [teams.eng, id.support].toSorted(),
          alike: [["eng", "sup", "SUP"]],
        },
        memberIds: {
          to: ["me", lea.member.profile.id],
          shown: ({ memberIds }) => memberIds.toSorted(),
          becomes: [ada.member.profile.id, lea.member.profile.id].toSorted(),
          alike: [[lea.member.profile.id, "me", "me"]],
        },
        labels: {
          to: ["masonry"],
          shown: byId("labels"),
          becomes: [id.projectLabel],
          alike: [["MASONRY"]],
        },
        priority: plain("urgent"),
        startDate: plain("2026-11-03", "2026-11-03T12:00:00Z"),
        targetDate: due,
      },
    },
    "PATCH projects/{projectId}/milestones/{milestoneId}": {
      path: `projects/${id.project}/milestones/${id.milestone}`,
      fields: {
        name: called(),
        description: described,
        targetDate: due,
        position: { to: 1, alike: [2, 999] },
        archived: { to: true, shown: ({ archivedAt }) => archivedAt !== null },
      },
    },
    "PATCH project-labels/{labelId}": {
      path: `project-labels/${id.projectLabel}`,
      fields: {
        name: called(),
        color: plain("pink"),
        description: described,
        archived: { to: true, shown: ({ archivedAt }) => archivedAt !== null },
      },
    },
    "PATCH project-templates/{templateId}": {
      path: `project-templates/${id.projectTemplate}`,
      fields: {
        name: called(),
        description: called(),
        defaults: {
          to: { summary: composed, teamIds: ["SUP", "eng"], memberIds: ["me"], priority: "low" },
          shown: ({ defaults }) => defaults.summary,
          becomes: composed,
          own: ({ defaults: { labelIds: labels, ...rest } }) => ({ ...rest, labels }),
          alike: [{
            teamIds: ["eng", "sup"],
            memberIds: [ada.member.profile.id],
            summary: composed,
            priority: "low",
          }],
        },
        archived: { to: true, shown: ({ archivedAt }) => archivedAt !== null },
      },
    },
    "PATCH members/me": {
      path: "members/me",
      fields: {
        name: plain("Ada", " Ada "),
        username: plain("countess", "COUNTESS", " countess "),
        title: called(),
        bio: described,
        color: plain("teal"),
      },
    },
    "PATCH members/{profileId}": {
      path: `members/${id.esra}`,
      fields: { role: plain("admin"), suspended: plain(true) },
    },
    "PATCH teams/{teamId}": {
      path: `teams/${id.support}`,
      fields: {
        name: called(),
        key: plain("HELP", "help", " Help "),
        description: described,
        expertiseArea: called(),
        private: plain(true),
        workflowId: plain(id.workflow),
      },
    },
    "PATCH workflows/{workflowId}": {
      path: `workflows/${id.workflow}`,
      fields: {
        name: called(),
        isDefault: plain(true),
        states: {
          to: ({ states }: Answered) =>
            states.map(({ name, ...state }: Answered) => ({
              ...state,
              name: `${name} ${composed}`,
            })),
          own: ({ states }) => states,
        },
        // Its record doesn't show removed values
        removed: { to: [{ id: id.parkedState }], shown: () => [], becomes: [], alone: true },
      },
    },
    "PATCH labels/{labelId}": {
      path: `labels/${id.label}`,
      fields: { name: called(), color: plain("pink"), description: described },
    },
    "PATCH views/{viewId}": {
      path: `views/${id.view}`,
      as: chidi,
      fields: {
        name: called(),
        scope: plain("personal"),
        projectId: plain(id.project),
        teamId: plain(teams.eng, "ENG"),
        description: described,
        layout: plain("board"),
        filters: {
          to: { status: "planned,progressed", label: "bug" },
          becomes: { status: "planned,progressed", label: id.bug },
          alike: [{ label: "BUG", status: "progressed, planned" }, {
            status: "planned,planned,progressed",
            label: id.bug,
          }],
        },
        grouping: plain("priority"),
        subgrouping: plain("assignee"),
        sorting: plain("deadlineAt"),
        subTasks: plain("below"),
        hidden: plain(["priority", "labels"], ["labels", "priority", "labels"]),
        density: plain("compact"),
      },
    },
  };
}
