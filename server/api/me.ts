import { Hono } from "hono";
import type { Member, Principal } from "../domain/actor.ts";
import { bearer } from "../http/actor.ts";
import type { Env } from "../http/env.ts";

/** Who is asking, and where. `contract.md`, `GET /me` */
export const meApi = new Hono<Env>().get("/", async (c) => {
  const { principal, member } = await bearer(c);
  return c.json({
    principal: describePrincipal(principal),
    viewer: { id: principal.userId, email: principal.email, name: principal.name },
    member: member && describeMember(member),
    workspace: member && {
      id: member.workspace.id,
      name: member.workspace.name,
      timeZone: member.workspace.timeZone,
    },
  });
});

function describePrincipal({ kind, credential }: Principal) {
  return {
    kind,
    tokenKind: credential.kind,
    credentialId: credential.id,
    scopes: [...credential.scopes],
  };
}

function describeMember({ profile, role, teams }: Member) {
  return {
    ...profile,
    role,
    teams: [...teams].map(([id, teamRole]) => ({ id, role: teamRole })),
  };
}
