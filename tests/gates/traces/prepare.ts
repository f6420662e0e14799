import { signIn } from "../../support/sign_in.ts";
import { call, type TestApp } from "../../support/app.ts";
import type { Person } from "../../support/cast.ts";
import { issueBearers } from "../permissions/bearers.ts";
import { type FullCast, populate } from "../support/full_cast.ts";

/** Fills a world with the full cast and the other records that the rows of changes and acts need. */
export async function prepare(app: TestApp): Promise<FullCast> {
  const fullCast = await populate(app.world);
  await issueBearers(fullCast);
  const { ids, ada, lea, frode, workspaceId, world } = fullCast;
  const post = async (path: string, body: unknown, as: Person = ada) =>
    (await call(app, `POST ${path}`, { as, body })).body;
  const here = `/workspaces/${workspaceId}`;
  await post(`${here}/projects/${ids.project}/milestones`, { name: "Roof" });
  const asked = { approverId: ids.esra, body: "May I?" };
  const approval = await post(`${here}/tasks/${ids.task}/approvals`, asked, lea);
  ids.openApproval = approval.approval.id;
  const sibling = { title: "Oil the lock", teamId: "ENG", parentId: ids.task };
  ids.sibling = (await post(`${here}/tasks`, sibling)).task.id;
  const annex = await post("/workspaces", { name: "Annex", teamKey: "ANX" });
  const invited = await post(`/workspaces/${annex.workspace.id}/invitations`, {
    email: frode.email,
  });
  ids.secondInvitation = invited.invitation.id;
  const tables = world.database.read;
  const labelled = await tables.selectFrom("task_labels").select("id")
    .where("workspace_id", "=", workspaceId).where("name", "=", "Bug").executeTakeFirstOrThrow();
  ids.bug = labelled.id;
  const done = await tables.selectFrom("workflow_states as s")
    .innerJoin("teams as t", "t.workflow_id", "s.workflow_id").select("s.id")
    .where("t.id", "=", ids.support!).where("s.status", "=", "completed").executeTakeFirstOrThrow();
  ids.doneState = done.id;
  const project = await tables.selectFrom("projects").select("key")
    .where("id", "=", ids.project!).executeTakeFirstOrThrow();
  ids.gateKey = project.key;
  for (let n = 0; n < 2; n++) {
    world.clock.advance({ minutes: 2 });
    ids.session = (await signIn(world, ada.email)).session.id;
  }
  return fullCast;
}
