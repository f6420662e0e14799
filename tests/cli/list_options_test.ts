import { flagName } from "../../cli/command.ts";
import { groups } from "../../cli/groups.ts";
import { endpoints } from "../../server/api/endpoints.ts";
import { describeEndpoint } from "../../server/api/openapi.ts";
import { assertNone, assertRows } from "../support/missing.ts";

const commands = new Map(
  (await Promise.all(groups.map(({ load }) => load()))).flat().map((one) => [one.path, one]),
);

/** Commands that print an endpoint's list and must accept all of its filters. */
const printed: Readonly<Record<string, readonly string[]>> = {
  "/workspaces": ["workspaces"],
  "/invitations": ["invitations list"],
  "/personal-access-tokens": ["pat list"],
  "/sessions": ["sessions list"],
  "activity": ["workspace activity"],
  "audit": ["workspace audit"],
  "invitations": ["admin invitations list"],
  "task-templates": ["templates list"],
  "project-templates": ["templates list"],
  "workflows": ["workflows list"],
  "search": ["search"],
  "roadmap": ["projects roadmap"],
  "projects/{projectId}/activity": ["projects activity"],
  "projects/{projectId}/progress": ["projects progress"],
  "projects/{projectId}/milestones": ["projects milestones"],
  "projects/{projectId}/updates": ["projects updates"],
  "members/{profileId}/activity": ["members activity"],
  "views/{viewId}/projects": ["views projects"],
  "tasks": ["tasks list"],
  "archived-tasks": ["tasks list"],
  "drafts": ["tasks drafts"],
  "tasks/{taskId}/activity": ["tasks activity"],
  "tasks/{taskId}/comments": ["tasks comments"],
  "tasks/{taskId}/approvals": ["tasks approvals"],
  "tasks/{taskId}/resources": ["tasks resources"],
  "unsent-comments": ["unsent list"],
  "approvals": ["approvals list"],
  "inbox": ["inbox list"],
  "automations": ["admin automations list"],
  "agents": ["admin agents list"],
  "projects": ["projects list"],
  "labels": ["labels list"],
  "project-labels": ["labels list"],
  "members": ["members list", "admin members list"],
  "teams": ["teams list"],
  "open-tasks": ["teams open-tasks"],
  "views": ["views list"],
  "views/{viewId}/tasks": ["views tasks"],
  "favorites": ["favorites list"],
};

/** Endpoints that only `api` prints, or whose filters are options of every command. */
const byApiAlone = ["/me"];

/** Flags whose names differ from the API description. */
const otherwise: Readonly<Record<string, string>> = {
  "labels list includeArchived": "archived",
};

/** The query parameters of endpoints that read, by path without the workspace's. */
const asked = endpoints.filter(({ method }) => method === "GET").map((endpoint) => {
  const { parameters } = describeEndpoint(endpoint) as {
    parameters: { in: string; name: string }[];
  };
  const names = parameters.filter((one) => one.in === "query").map(({ name }) => name);
  return { at: endpoint.path.replace("/workspaces/{workspaceId}/", ""), names };
}).filter(({ names }) => names.length > 0);

Deno.test("every filter, order, and page of an API list has a flag", () => {
  const missing = asked.flatMap(({ at, names }) =>
    (printed[at] ?? []).flatMap((path) => {
      const { args, options } = commands.get(path)!;
      const said = { ...args, ...options };
      return names.filter((name) => !((otherwise[`${path} ${name}`] ?? name) in said))
        .map((name) =>
          `"backlog ${path}" has no ${flagName(name)}, but the list ${at} of the API takes ` +
          `"${name}". Add the flag to the command in cli/commands and static/backlog.sh.`
        );
    })
  );
  assertNone(missing, (sentence) => sentence);
});

Deno.test("each API list is printed by a command, or listed as available only through api", () => {
  const known = [...Object.keys(printed), ...byApiAlone];
  const file = '"printed" or "byApiAlone" in tests/cli/list_options_test.ts';
  assertRows("list of the API", asked.map(({ at }) => at), known, file);
});
