import { browserHeaders } from "./browser_headers.ts";
import type { Fixture } from "./fixture.ts";
import type { LoadRequest } from "./protocol.ts";

/** One line of the table: a kind of request, and what share of the bare limit is the goal. */
export interface Row {
  name: string;
  connections: number;
  /** The status that every answer must have. */
  expect: number;
  /** The share to reach: 60 % for reads and pages, 50 % for creating. Null where the bare server has no such route. */
  goal: number | null;
  /** The milliseconds within which all but one in a hundred answers are to come, also from the large file. */
  within?: number;
  requests: LoadRequest[];
}

/** Words from the seeded titles; each matches more tasks than one page shows. */
const words = ["checkout", "refund", "timetable", "weather", "boarding", "Kirkwall"];

/** What people look for: words, beginnings, references, names, labels and statuses, alone and together. */
const searches = [
  "checkout",
  "refund flow",
  "harb",
  "ENG-12",
  "priya",
  "Fares",
  "@tomas",
  "$pocket",
  "#boarding pass",
  "bug",
  "completed checkout",
  "open bugs",
  "ticket",
  "in",
];

/** Words with one letter wrong, and what becomes a new task. */
const misspelt = ["chekcout", "refnd flow", "timetabel", "baording pass", "kirkwal", "@tomsa"];
const newTasks = ["create mend the pier @priya !high #eng tomorrow", "mend the pier in Kirkwall"];
/** What is typed into the palette, all of that among it. */
export const typedInPalette = [...searches, ...misspelt, ...newTasks, ""];

/** How many spellings of each query a row sends: more requests than the results that a server keeps. */
const SPELLINGS = 32;

/** Returns queries in turn, each time with other letters in upper case. Searches ignore case, but keep results by spelling. */
function spelled(queries: readonly string[]): string[] {
  return Array.from({ length: SPELLINGS }).flatMap((_, n) =>
    queries.map((query) => {
      let letters = 0;
      return query.replace(/[a-z]/gi, (letter) =>
        n >> letters++ & 1 ? letter.toUpperCase() : letter.toLowerCase());
    })
  );
}

/** The ETag that every task of a fixture has, by id. */
export type Etags = ReadonlyMap<string, string>;

/** All rows, reads before writes: a create changes what the next row would read. */
export function benchRows(fixture: Fixture, etags: Etags): Row[] {
  const {
    workspaceId,
    teamId,
    assigneeId,
    taskIds,
    projectIds,
    viewKeys,
    fullViewKey,
    fewViewKey,
  } = fixture;
  const workspace = `/api/v1/workspaces/${workspaceId}`;
  const collection = `${workspace}/tasks`;
  const bearer = { authorization: `Bearer ${fixture.accessToken}` };
  const get = (path: string, headers = {}): LoadRequest => ({
    method: "GET",
    path,
    headers: { ...bearer, ...headers },
  });
  const page = (path: string): LoadRequest => ({
    method: "GET",
    path,
    headers: { ...browserHeaders(fixture.cookie), accept: "text/html" },
  });
  const found = (q: string): LoadRequest => ({
    method: "GET",
    path: `/api/workspace/command?${new URLSearchParams({ q, path: "/workspace/tasks" })}`,
    headers: { ...browserHeaders(fixture.cookie), "sec-fetch-site": "same-origin" },
  });
  const read = { connections: 16, expect: 200, goal: 0.6 };
  const creates = Array.from({ length: 200 }, (_, n): LoadRequest => ({
    method: "POST",
    path: collection,
    headers: { ...bearer, "content-type": "application/json" },
    body: JSON.stringify({
      title: `Check the refund flow for return trips, part ${n}`,
      teamId,
      description: "Three passengers wrote in about this.\n\n- [ ] It works with the keyboard.",
      priority: "high",
    }),
  }));
  const act = (path: string, form: Record<string, string>, headers = {}): LoadRequest => ({
    method: "POST",
    path,
    headers: {
      ...browserHeaders(fixture.cookie),
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      "hx-request": "true",
      "hx-request-type": "partial",
      ...headers,
    },
    body: String(new URLSearchParams(form)),
  });
  const selected = ["high", "low"].map((priority) =>
    act("/workspace/tasks/selected", { tasks: fixture.selectedIds.join(","), priority })
  );
  const moved = fixture.selectedIds.slice(0, 20).flatMap((id) =>
    ["high", "low"].map((priority) =>
      act(`/workspace/tasks/${id}/place`, { priority }, {
        "hx-current-url": "http://localhost/workspace/tasks?layout=board&q=checkout",
      })
    )
  );
  return [
    { ...read, name: "one task", requests: taskIds.map((id) => get(`${collection}/${id}`)) },
    {
      ...read,
      name: "not modified (304)",
      expect: 304,
      requests: taskIds.map((id) =>
        get(`${collection}/${id}`, { "if-none-match": etags.get(id)! })
      ),
    },
    { ...read, name: "50 tasks", requests: [get(`${collection}?limit=50`)] },
    {
      ...read,
      name: "50 tasks by status",
      requests: [get(`${collection}?limit=50&status=completed`)],
    },
    {
      ...read,
      name: "50 tasks by assignee",
      requests: [get(`${collection}?limit=50&assigneeId=${assigneeId}`)],
    },
    {
      ...read,
      name: "50 tasks by text",
      requests: words.map((word) => get(`${collection}?limit=50&q=${word}`)),
    },
    {
      ...read,
      name: "a project's 50 tasks",
      requests: projectIds.map((id) => get(`${collection}?limit=50&projectId=${id}`)),
    },
    {
      ...read,
      name: "a project, whole",
      goal: null,
      requests: projectIds.map((id) => get(`${workspace}/projects/${id}`)),
    },
    { ...read, name: "page of all projects", goal: null, requests: [page("/workspace/projects")] },
    {
      ...read,
      name: "a project's page",
      goal: null,
      requests: projectIds.map((id) => page(`/workspace/projects/${id}`)),
    },
    // Alone: all projects that have days stand on it
    {
      ...read,
      name: "roadmap page, alone",
      connections: 1,
      goal: null,
      requests: ["", "?group=lead"].map((group) => page(`/workspace/roadmap${group}`)),
    },
    { ...read, name: "inbox", requests: [get(`${workspace}/inbox?limit=50`)] },
    { ...read, name: "inbox page", goal: null, requests: [page("/workspace/inbox")] },
    {
      ...read,
      name: "inbox page by reason",
      goal: null,
      requests: ["all", "unread", "archived"].map((show) =>
        page(`/workspace/inbox?show=${show}&reason=mention,assignment`)
      ),
    },
    {
      name: "search, alone",
      connections: 1,
      expect: 200,
      goal: null,
      within: 30,
      requests: spelled(searches).map((q) => get(`${workspace}/search?q=${encodeURIComponent(q)}`)),
    },
    {
      ...read,
      name: "palette, alone",
      connections: 1,
      goal: null,
      within: 30,
      requests: spelled(typedInPalette).map(found),
    },
    { ...read, name: "list page", requests: [page("/workspace/tasks")] },
    {
      ...read,
      name: "list page, archived",
      goal: null,
      requests: ["", "&sort=-updatedAt", "&group=assignee"].map((how) =>
        page(`/workspace/tasks?archived=true${how}`)
      ),
    },
    {
      ...read,
      name: "list page, grouped twice",
      goal: null,
      requests: ["subgroup=assignee", "group=assignee&subgroup=priority"].map((groups) =>
        page(`/workspace/tasks?${groups}`)
      ),
    },
    {
      ...read,
      name: "list and board page, by priority and deadline",
      goal: null,
      requests: ["sort=-priority", "sort=deadlineAt", "layout=board&sort=-priority"].map((order) =>
        page(`/workspace/tasks?${order}`)
      ),
    },
    {
      ...read,
      name: "board page",
      goal: null,
      requests: ["", "&group=priority", "&group=label"].map((group) =>
        page(`/workspace/tasks?layout=board${group}`)
      ),
    },
    {
      ...read,
      name: "board page by text",
      goal: null,
      requests: words.map((word) => page(`/workspace/tasks?layout=board&q=${word}`)),
    },
    // Alone: at 100,000 tasks sixteen at once answer nothing within a round
    {
      ...read,
      name: "view page, alone",
      connections: 1,
      goal: null,
      requests: viewKeys.map((key) => page(`/workspace/view/${key}`)),
    },
    {
      ...read,
      name: "view page of every task, alone",
      connections: 1,
      goal: null,
      requests: [page(`/workspace/view/${fullViewKey}`)],
    },
    {
      ...read,
      name: "view page of a dozen tasks, alone",
      connections: 1,
      goal: null,
      requests: [page(`/workspace/view/${fewViewKey}`)],
    },
    { ...read, name: "page of all teams", goal: null, requests: [page("/workspace/teams")] },
    { ...read, name: "team page", goal: null, requests: [page(`/workspace/teams/${teamId}`)] },
    { ...read, name: "page of all views", goal: null, requests: [page("/workspace/views")] },
    {
      ...read,
      name: "detail page",
      requests: taskIds.map((id) => page(`/workspace/tasks/${id}`)),
    },
    {
      name: "card moved on a board by text, alone",
      connections: 1,
      expect: 200,
      goal: null,
      within: 50,
      requests: moved,
    },
    { name: "create", connections: 16, expect: 201, goal: 0.5, requests: creates },
    {
      name: "200 selected tasks changed, alone",
      connections: 1,
      expect: 200,
      goal: null,
      within: 300,
      requests: selected,
    },
    { name: "create, alone", connections: 1, expect: 201, goal: 0.5, requests: creates },
  ];
}
