import { endpoints } from "../../server/api/endpoints.ts";
import { assertNone } from "../support/missing.ts";
import { inside } from "./support/lines.ts";
import { makeBeginning, makeSide } from "./support/side.ts";
import { chapters } from "./table/all.ts";

/** Endpoints available only through `api`, with the reason that they have no command. */
const byApiAlone: Readonly<Record<string, readonly string[]>> = {
  "a command gives or does the same, as `tasks list --archived` and `tasks follow` do": [
    "GET /workspaces/{workspaceId}/archived-tasks",
    "GET /workspaces/{workspaceId}/inbox/count",
    "POST /workspaces/{workspaceId}/invitations",
    "PUT /me/workspace",
    "PUT /workspaces/{workspaceId}/tasks/{taskId}/follow",
    "DELETE /workspaces/{workspaceId}/tasks/{taskId}/follow",
  ],
  "it says how the pages look": ["GET /me/preferences", "PATCH /me/preferences"],
  "it is set up once, where one sees what it is for": [
    "PATCH /me",
    "PATCH /workspaces/{workspaceId}/members/me",
    "POST /workspaces",
    "PATCH /workspaces/{workspaceId}",
    ...shelved("teams/{teamId}"),
    ...shelved("workflows/{workflowId}"),
    ...shelved("task-templates/{templateId}"),
    ...shelved("project-templates/{templateId}"),
  ],
  "it is rare beside what has a word": [
    "POST /workspaces/{workspaceId}/tasks/{taskId}/comments/{commentId}/tick",
    "POST /workspaces/{workspaceId}/projects/{projectId}/tick",
    "POST /workspaces/{workspaceId}/projects/{projectId}/undo",
    "POST /workspaces/{workspaceId}/projects/{projectId}/reschedule",
    "PUT /workspaces/{workspaceId}/projects/{projectId}/dependencies/{otherId}",
    "DELETE /workspaces/{workspaceId}/projects/{projectId}/dependencies/{otherId}",
    "PATCH /workspaces/{workspaceId}/projects/{projectId}/milestones/{milestoneId}",
    "DELETE /workspaces/{workspaceId}/projects/{projectId}/milestones/{milestoneId}",
    "POST /workspaces/{workspaceId}/projects/{projectId}/milestones/{milestoneId}/restore",
  ],
};

/** Returns the endpoints that create, edit, archive, and restore records of a kind. */
function shelved(one: string): string[] {
  const path = `/workspaces/{workspaceId}/${one}`;
  const many = path.slice(0, path.lastIndexOf("/"));
  return [`POST ${many}`, `PATCH ${path}`, `DELETE ${path}`, `POST ${path}/restore`];
}

/** Returns the endpoints that match a path, those without parameters first. */
const patterns = endpoints.map(({ method, path }) => ({
  endpoint: `${method} ${path}`,
  pattern: new RegExp(`^${method} /api/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`),
  names: path.split("{").length,
})).sort((one, other) => one.names - other.names);

Deno.test("each endpoint is used by a command, or listed as available only through api", async () => {
  const beginning = await makeBeginning();
  const reached = new Set<string | undefined>();
  for (const { rows } of chapters) {
    await using side = await makeSide(inside, beginning);
    for (const one of rows) {
      const row = typeof one === "string" ? { types: one } : one;
      side.asked.length = 0;
      await side.run(row);
      if (row.types.startsWith("api ")) continue;
      for (const { method, path } of side.asked) {
        reached.add(patterns.find(({ pattern }) => pattern.test(`${method} ${path}`))?.endpoint);
      }
    }
  }
  const known = Object.values(byApiAlone).flat();
  assertNone(
    patterns.map(({ endpoint }) => endpoint)
      .filter((one) => !reached.has(one) && !known.includes(one)),
    (endpoint) =>
      `No command reaches ${endpoint}. Add a command to cli/commands and static/backlog.sh with a ` +
      'row in tests/cli/table, or the endpoint to "byApiAlone" in tests/cli/used_endpoints_test.ts.',
  );
  assertNone(
    known.filter((one) => reached.has(one) || !patterns.some(({ endpoint }) => endpoint === one)),
    (endpoint) =>
      `A command reaches ${endpoint}, or the API doesn't have it. Remove the endpoint from ` +
      '"byApiAlone" in tests/cli/used_endpoints_test.ts.',
  );
});
