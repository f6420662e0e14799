import { sql } from "kysely";
import { z } from "zod";
import type { Principal } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { principalQuery, type ReadContext } from "../core/operation.ts";
import { canEnter } from "../visibility/people.ts";
import { noSuchWorkspace } from "../core/missing_workspace.ts";
import type { Me } from "./schema.ts";

/**
 * Returns the actor, their credential, and their profile in the active workspace: a person, or the profile that an
 * automation acts as.
 * @throws NotFound if the given workspace isn't one of the actor's
 */
export const findMe = principalQuery({
  name: "me.find",
  scope: null,
  input: z.strictObject({
    workspaceId: keys.workspace.optional()
      .describe("Workspace to return. Defaults to the active workspace."),
  }),
  async run(context, { workspaceId }): Promise<Me> {
    const { actor } = context;
    if (workspaceId === undefined) return await readMe(context);
    const me = await readMe({ ...context, actor: { ...actor, activeWorkspaceId: workspaceId } });
    if (me.workspace?.id !== workspaceId) throw noSuchWorkspace(workspaceId, actor.interface);
    return me;
  },
});

/** Returns the same after a change. */
export async function readMe({ db, actor }: ReadContext<Principal>): Promise<Me> {
  const { kind, credential, automation } = actor;
  const who = automation ? sql`p.id = ${automation.profileId}` : sql`p.user_id = ${actor.userId}`;
  const { rows } = await sql<{ member: string; workspace: string }>`
      select json_object('id', p.id, 'name', p.name, 'username', p.username,
          'role', p.role,
          'teams', (select json_group_array(json_object('id', m.team_id, 'role', m.role))
            from team_members m where m.profile_id = p.id)) as member,
        json_object('id', w.id, 'name', w.name, 'timeZone', w.time_zone) as workspace
      from profiles p join workspaces w on w.id = p.workspace_id
      where ${who} and ${sql.raw(canEnter("p"))}
      order by w.id = ${actor.activeWorkspaceId ?? ""} desc, p.id limit 1`.execute(db);
  const found = rows[0];
  return {
    principal: {
      kind,
      tokenKind: credential.kind,
      credentialId: credential.id,
      scopes: [...credential.scopes],
      automation: automationOf(actor),
    },
    viewer: automation ? null : { id: actor.userId, email: actor.email, name: actor.name },
    member: found ? memberOf(found.member, actor) : null,
    workspace: found ? JSON.parse(found.workspace) : null,
  };
}

function automationOf({ automation, name }: Principal): Me["principal"]["automation"] {
  if (!automation) return null;
  const { id, providerType, teamIds } = automation;
  return { id, name, providerType, teamIds: [...teamIds] };
}

/** An automation without an agent counts as a member of every team that it has access to, although no team lists it. */
function memberOf(json: string, { automation }: Principal): Me["member"] {
  const member = JSON.parse(json) as NonNullable<Me["member"]>;
  if (!automation) return member;
  return { ...member, teams: [...automation.teams].map(([id, role]) => ({ id, role })) };
}
