import type { Sent } from "../../support/app.ts";
import type { Person } from "../../support/cast.ts";
import type { FullCast } from "../support/full_cast.ts";
import { acts } from "../traces/acts.ts";
import { changeRows } from "../traces/changes.ts";

/** A request to the API, in Acme unless its path starts with a slash. */
export interface Move {
  ask: string;
  /** The body, or a function that derives it from the current record. */
  body?: unknown;
  /** The sender, by default Ada. */
  as?: Person;
  /** A credential that replaces a person's token. */
  with?: Sent;
}

/**
 * Changes to the visibility of records, each with an effect. The rows of `traces` change the records themselves, and
 * these change what other records show of them.
 */
export function sightMoves(fullCast: FullCast, agent: Sent): Move[] {
  const { ids: id, dina, chidi } = fullCast;
  const project = `PATCH projects/${id.privateProject}`;
  const automation = `PATCH automations/${id.automation}`;
  const keeper = `agents/${id.keeper}`;
  const member = (who: string) => `teams/PPL/members/${id[who]}`;
  return [
    // A public task in a project that is hidden until it gets a team
    { ask: `PATCH tasks/${id.otherTask}`, body: { projectId: id.privateProject } },
    { ask: `PUT projects/${id.otherProject}/dependencies/${id.privateProject}` },
    // Each shows whether the other one starts too early
    { ask: project, body: { targetDate: "2026-12-20" } },
    { ask: `PATCH projects/${id.otherProject}`, body: { startDate: "2026-12-10" } },
    { ask: `PATCH projects/${id.otherProject}`, body: { startDate: "2026-12-24" } },
    { ask: project, body: { teamIds: ["PPL", "SUP"] } },
    { ask: project, body: { teamIds: ["PPL"] } },
    // The teams of an automation and of its agent
    { ask: automation, body: { teamIds: ["ENG", "PPL"] } },
    { ask: `PATCH ${keeper}`, body: { teamIds: ["ENG", "PPL"] } },
    { ask: `PUT tasks/${id.privateTask}/follow`, as: dina },
    { ask: `PUT tasks/${id.privateTask}/follow`, with: agent },
    { ask: `PATCH ${keeper}`, body: { role: "commentator" } },
    { ask: `PATCH ${keeper}`, body: { teamIds: ["ENG"] } },
    { ask: `PATCH ${keeper}`, body: { teamIds: ["ENG", "PPL"] } },
    { ask: automation, body: { teamIds: ["ENG"] } },
    { ask: automation, body: { teamIds: null } },
    { ask: automation, body: { teamIds: ["ENG"] } },
    { ask: `POST automations/${id.automation}/rotate-secret`, body: {} },
    // A suspended assignee: an agent, its automation, and a member
    { ask: `PATCH tasks/${id.otherTask}`, body: { assigneeId: id.keepersProfile } },
    ...[keeper, `automations/${id.automation}`].flatMap((path) =>
      [true, false].map((suspended) => ({ ask: `PATCH ${path}`, body: { suspended } }))
    ),
    { ask: `PATCH tasks/${id.otherTask}`, body: { assigneeId: id.chidi } },
    ...[true, false].map((suspended) => ({
      ask: `PATCH members/${id.chidi}`,
      body: { suspended },
    })),
    // Members of a private team
    { ask: `PUT ${member("chidi")}`, body: { role: "member" } },
    { ask: `PUT tasks/${id.privateTask}/follow`, as: chidi },
    { ask: `PATCH tasks/${id.privateTask}`, body: { assigneeId: id.chidi } },
    { ask: `PUT ${member("chidi")}`, body: { role: "commentator" } },
    { ask: `DELETE ${member("chidi")}` },
    { ask: "PATCH teams/PPL", body: { private: false } },
    { ask: "PATCH teams/PPL", body: { private: true } },
    // The counts of a workflow
    { ask: "POST teams", body: { name: "Design", key: "DSN" } },
    { ask: "POST teams", body: { name: "Drafts", key: "DRF", workflowId: id.workflow } },
    { ask: "PATCH teams/DSN", body: { workflowId: id.workflow } },
    { ask: "DELETE teams/DRF" },
    { ask: "POST teams/DRF/restore" },
  ];
}

/** Every field of a patch, with the changes from `traces`. */
export function changeMoves(fullCast: FullCast): Move[] {
  return Object.entries(changeRows(fullCast)).flatMap(([name, { path, as, fields }]) =>
    Object.entries(fields).map(([field, { to }]): Move => ({
      ask: `${name.split(" ")[0]} ${path}`,
      ...(as ? { as } : {}),
      body: typeof to === "function" ? bodyBy(field, to as Given) : { [field]: to },
    }))
  );
}

type Given = (record: unknown) => unknown;

function bodyBy(field: string, to: Given) {
  return (answer: Record<string, unknown>) => ({ [field]: to(Object.values(answer)[0]) });
}

/** All other writes, as in `traces`. */
export function actMoves(fullCast: FullCast): Move[] {
  return Object.entries(acts(fullCast)).map(([name, { path, as, body }]) => ({
    ask: `${name.split(" ")[0]} ${path}`,
    ...(as ? { as } : {}),
    body,
  }));
}
