import { browserCookie } from "../../support/browser_session.ts";
import type { FullCast } from "../support/full_cast.ts";

/**
 * Every kind of person who can request a page. In Acme, there are the owner, the admin, and Engineering's lead, member,
 * and commentator. `outsider` leads the private team People, which only owners and admins can see besides. `foreign`
 * owns another workspace, `removed` is a former member, and `ended` has a session that was ended.
 */
export const personKinds = [
  "owner",
  "admin",
  "lead",
  "member",
  "commentator",
  "outsider",
  "foreign",
  "removed",
  "ended",
  "signedOut",
] as const;
export type PersonKind = typeof personKinds[number];

/** The cookies in each person's browser. */
export type Cookies = Record<PersonKind, string>;

/** Signs everyone in with a real code. */
export async function signEverybodyIn(fullCast: FullCast): Promise<Cookies> {
  const { world, ada, bao, lea, chidi, esra, dina, frode, remo } = fullCast;
  const cookie = ({ email }: { email: string }) => browserCookie(world, email);
  return {
    owner: await cookie(ada),
    admin: await cookie(bao),
    lead: await cookie(lea),
    member: await cookie(chidi),
    commentator: await cookie(esra),
    outsider: await cookie(dina),
    foreign: await cookie(frode),
    removed: await cookie(remo),
    ended: await endedCookie(fullCast),
    signedOut: "",
  };
}

async function endedCookie({ world, tove }: FullCast): Promise<string> {
  const cookie = await browserCookie(world, tove.email);
  const { id } = await world.database.read.selectFrom("sessions").select("id")
    .where("label", "=", "Browser").orderBy("created_at", "desc").executeTakeFirstOrThrow();
  await world.database.write((tx) =>
    tx.updateTable("sessions").set({ revoked_at: world.clock.now().toISOString() })
      .where("id", "=", id).execute()
  );
  return cookie;
}
