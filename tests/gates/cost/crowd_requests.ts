import { headersOf } from "../pages/ways.ts";
import { CROWD } from "./crowds.ts";
import type { FilledDatabase } from "./filled_database.ts";
import type { Asked } from "./requests.ts";

/** The number of open requests per person who sends unfinished bodies. */
const BODIES_EACH = 8;

/** Returns requests for the largest responses, by several people at once. */
export function downloads({ fullCast, cookies }: FilledDatabase): Record<string, Asked[]> {
  const people = ["owner", "admin", "lead", "member", "commentator"] as const;
  const tokens = [fullCast.ada, fullCast.bao, fullCast.lea, fullCast.chidi, fullCast.esra]
    .map(({ tokens }) => tokens.accessToken);
  const table = "/workspace/tasks.csv";
  const list = `/api/v1/workspaces/${fullCast.workspaceId}/tasks?limit=250`;
  const crowd = (make: (at: number) => Asked) =>
    Array.from({ length: CROWD }, (_, n) => make(n % people.length));
  return {
    exports: crowd((at) => ({
      of: table,
      method: "GET",
      path: table,
      headers: headersOf("plain", cookies[people[at]!], table),
    })),
    lists: crowd((at) => ({
      of: list,
      method: "GET",
      path: list,
      headers: withToken(tokens[at]!),
    })),
  };
}

/** Returns requests by four people outside the workspace, whose bodies a test leaves unfinished. */
export function unfinished({ fullCast: { remo, frode, tove, priya } }: FilledDatabase): Asked[] {
  const path = "/api/v1/workspaces";
  return [remo, frode, tove, priya].flatMap(({ tokens }) =>
    Array.from({ length: BODIES_EACH }, () => ({
      of: `POST ${path}`,
      method: "POST",
      path,
      headers: withToken(tokens.accessToken),
    }))
  );
}

/** Returns writes by other people, through the API and a form. */
export function otherWrites({ fullCast, cookies }: FilledDatabase): Asked[] {
  const { workspaceId, ada } = fullCast;
  const api = `/api/v1/workspaces/${workspaceId}/labels`;
  const page = "/workspace/tasks/ENG-1";
  const form = {
    ...headersOf("plain", cookies.member, page),
    "content-type": "application/x-www-form-urlencoded",
  };
  return [
    {
      of: "POST /workspaces/{workspaceId}/labels",
      method: "POST",
      path: api,
      headers: withToken(ada.tokens.accessToken),
      body: JSON.stringify({ name: "Slate" }),
    },
    {
      of: "/workspace/tasks/:taskId priority",
      method: "POST",
      path: page,
      headers: form,
      body: "priority=high",
    },
  ];
}

const withToken = (token: string) => ({
  authorization: `Bearer ${token}`,
  "content-type": "application/json",
});
