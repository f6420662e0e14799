import assert from "node:assert/strict";
import type { Visited } from "./house_server.ts";
import { ask, signUpRemotely } from "./remote_person.ts";

/** Creates an active project with tasks, and another project, both as Ada, who then signs in. */
export async function addProjects(server: Visited) {
  const person = await signUpRemotely(server, "ada@example.com");
  const { token, workspaceId, teamId } = person;
  const make = async (path: string, body: Record<string, unknown>) => {
    const made = await ask(server.url, `POST /workspaces/${workspaceId}/${path}`, { token, body });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  };
  await ask(server.url, "PATCH /me", { token, body: { name: "Ada Lovelace" } });
  const { project } = await make("projects", {
    name: "Gatehouse",
    key: "GAT",
    summary: "A lodge at the long garden's gate",
    startDate: "2026-01-12",
  });
  const { project: other } = await make("projects", {
    name: "Harbour",
    key: "HAR",
    targetDate: "2026-03-01",
  });
  const { milestone } = await make("projects/GAT/milestones", { name: "Foundations" });
  await make("projects/GAT/milestones", { name: "Roof" });
  const placed = { teamId, projectId: "GAT" };
  await make("tasks", { ...placed, title: "Dig", status: "completed", milestoneId: milestone.id });
  await make("tasks", { ...placed, title: "Pour", status: "progressed" });
  return { person, make, projectId: project.id as string, otherId: other.id as string };
}
