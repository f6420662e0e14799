import assert from "node:assert/strict";
import { addRecords } from "../../support/composing.ts";
import type { Visited } from "../../support/house_server.ts";
import {
  ask,
  joinRemotely,
  type RemotePerson,
  signUpRemotely,
} from "../../support/remote_person.ts";

/**
 * Acme with the records of the guides: a task with every possible part, other tasks, labels, and a saved view. Grace is
 * a member and mentions Ada in a task, and Bob invites Ada to two workspaces of his own.
 */
export async function settle(server: Visited): Promise<void> {
  const { owner, make } = await addRecords(server);
  await addGatehouse(make, send(server, owner));
  await addTimeline(make, send(server, owner));
  for (const name of ["Garden", "House"]) await make("labels", { name });
  const tasks = [
    {
      title: "Mend the gate",
      description: "It **squeaks**, and the latch is loose.",
      status: "planned",
      priority: "high",
      tags: ["Garden"],
      assigneeId: "me",
      deadlineAt: "2099-05-01",
    },
    { title: "Oil the hinges", parentId: "ACM-1", status: "planned" },
    { title: "Paint the fence", tags: ["Garden"] },
    { title: "Sweep the loft", status: "progressed", tags: ["House"], projectId: "GAT" },
  ];
  for (const task of tasks) await make("tasks", { teamId: "ACM", ...task });
  await make("tasks/ACM-1/comments", { body: "The hinges come on Monday." });
  await make("tasks/ACM-1/resources", { url: "https://example.com/hinges", title: "Hinges" });
  await make("views", {
    name: "Garden work",
    filters: { label: "Garden" },
    grouping: "status",
    sorting: "-priority",
  });
  const grace = await joinRemotely(server, owner, { email: "grace@example.com", name: "Grace" });
  await post(server, grace, "tasks", {
    title: "Rinse the barrel",
    teamId: owner.teamId,
    description: "@ada, it leaks.",
  });
  await make("tasks", { teamId: "ACM", title: "Repoint the wall", draft: true });
  await make("tasks", {
    teamId: "ACM",
    title: "Grease the pulley",
    description: "It sticks in the rain.",
    priority: "low",
    assigneeId: "me",
    draft: true,
  });
  const bob = await signUpRemotely(server, "bob@example.com");
  await post(server, bob, "invitations", { email: "ada@example.com" });
  const { token } = bob;
  const orchard = await ask(server.url, "POST /workspaces", { token, body: { name: "Orchard" } });
  const inOrchard = { token, workspaceId: orchard.body.workspace.id };
  await post(server, inOrchard, "invitations", { email: "ada@example.com" });
}

type Make = Awaited<ReturnType<typeof addRecords>>["make"];

/** A project with every possible part. */
async function addGatehouse(
  make: Make,
  change: (request: string, body: unknown) => Promise<void>,
) {
  await change("PATCH projects/GAT", {
    summary: "Who comes in, and who doesn't",
    leadId: "me",
    startDate: "2099-03-01",
    targetDate: "2099-05-01",
  });
  await make("projects", { name: "Harbour", key: "HAR", targetDate: "2099-04-01" });
  await change("PUT projects/GAT/dependencies/HAR", {});
  await make("projects/GAT/updates", { health: "onTrack", body: "The stones are cut." });
}

/** Projects around today: an active one, a late one, and one that starts before its blocker's target date. */
async function addTimeline(
  make: Make,
  change: (request: string, body: unknown) => Promise<void>,
) {
  const today = Temporal.Now.plainDateISO("UTC");
  const between = (start: number, target: number) => ({
    startDate: today.add({ days: start }).toString(),
    targetDate: today.add({ days: target }).toString(),
  });
  const planned = [
    { name: "Boathouse", key: "BOA", status: "active", ...between(-10, 20) },
    { name: "Slipway", key: "SLI", status: "active", ...between(-40, -5) },
    { name: "Jetty", key: "JET", status: "planned", ...between(10, 30) },
  ];
  for (const { status, ...project } of planned) {
    await make("projects", project);
    await change(`PATCH projects/${project.key}`, { status });
  }
  await change("PUT projects/JET/dependencies/BOA", {});
}

function send(server: Visited, { token, workspaceId }: RemotePerson) {
  return async (request: string, body: unknown) => {
    const [method, path] = request.split(" ");
    const asked = `${method} /workspaces/${workspaceId}/${path}`;
    const { status, body: answer } = await ask(server.url, asked, { token, body });
    assert.ok(status < 300, JSON.stringify(answer));
  };
}

async function post(
  server: Visited,
  { token, workspaceId }: Pick<RemotePerson, "token" | "workspaceId">,
  path: string,
  body: Record<string, unknown>,
) {
  const made = await ask(server.url, `POST /workspaces/${workspaceId}/${path}`, { token, body });
  assert.equal(made.status, 201, JSON.stringify(made.body));
}
