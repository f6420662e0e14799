import type { Member } from "../../../server/domain/core/actor.ts";
import { perform, type Services } from "../../../server/domain/core/operation.ts";
import { createInvitation } from "../../../server/domain/invitations/create.ts";
import { createWorkspace } from "../../../server/domain/workspaces/create.ts";
import type { DemoCast } from "./cast.ts";

const host = "leilani";
const elsewhere = { name: "Harbor Festival", teamName: "Volunteers", teamKey: "VOL" };

/** Invites the owner to a workspace of another person of the demo, except in a second demo. */
export async function addInvitation(services: Services, cast: DemoCast): Promise<void> {
  const there = await services.database.read.selectFrom("workspaces").select("id")
    .where("name", "=", elsewhere.name).executeTakeFirst();
  if (there) return;
  const asked = cast.members.get(host)!;
  const { workspace, team } = await perform(services, asked, createWorkspace, elsewhere);
  const profile = await services.database.read.selectFrom("profiles")
    .select(["id", "name", "username", "color"])
    .where("workspace_id", "=", workspace.id).executeTakeFirstOrThrow();
  const inviting: Member = {
    ...asked,
    workspace: { id: workspace.id, name: workspace.name, timeZone: "UTC", revision: 1 },
    profile,
    role: "owner",
    teams: new Map([[team.id, "lead"]]),
  };
  await perform(services, inviting, createInvitation, {
    email: cast.ownerEmail,
    role: "member",
    teams: [{ teamId: team.id, role: "member" }],
  });
  // A demo sends no email
  await services.database.write((tx) =>
    tx.deleteFrom("outbox").where("workspace_id", "=", workspace.id).execute()
  );
}
