import { type Context, Hono } from "hono";
import { InvitationsPage } from "../../views/auth/invitations.tsx";
import { answerInvitationPath, onboardingPath, signInFor, tasksPath } from "../../views/paths.ts";
import type { Principal } from "../domain/core/actor.ts";
import { joinByInvitation } from "../domain/invitations/join.ts";
import { declineInvitation } from "../domain/invitations/decline.ts";
import { listOwnInvitations } from "../domain/invitations/mine.ts";
import { perform } from "../domain/core/operation.ts";
import { listAll } from "../domain/core/page.ts";
import type { Authenticated } from "../domain/sessions/authenticate.ts";
import { browserSession } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { type Form, readForm } from "../http/form.ts";
import { frameFor, html } from "../http/html.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";
import { isUnnamed, yourNameIn } from "./naming.ts";

/** Accepting an invitation leads into its workspace; declining one, to what is left to answer. */
export const invitationsWeb = new Hono<Env>().post(answerInvitationPath, async (c) => {
  const session = await browserSession(c);
  if (!session) return c.redirect(signInFor(onboardingPath), 303);
  const form = await readForm(c);
  try {
    return c.redirect(await answer(c, session.principal, form), 303);
  } catch (error) {
    const refused = refusalOf(error, ["yourName"]);
    const page = await invitationsPage(c, session, form.text("yourName"), refused);
    if (!page) throw error;
    return page;
  }
});

/** @returns where to go on */
async function answer(c: Context<Env>, principal: Principal, form: Form): Promise<string> {
  const deps = c.get("deps");
  const declined = form.text("decline");
  if (declined !== undefined) {
    await perform(deps, principal, declineInvitation, { invitationId: declined });
    return onboardingPath;
  }
  const accepted = { invitationId: form.text("accept") ?? "", ...yourNameIn(form) };
  await perform(deps, principal, joinByInvitation, accepted);
  return tasksPath;
}

/** The page of the invitations that wait for this person's answer; null when there are none. */
export async function invitationsPage(
  c: Context<Env>,
  { principal, member }: Authenticated,
  yourName = "",
  refused?: Refusal,
): Promise<Response | null> {
  const invitations = await listAll(c.get("deps"), principal, listOwnInvitations);
  if (invitations.length === 0) return null;
  return html(
    c,
    <InvitationsPage
      frame={frameFor(c, principal)}
      email={principal.email}
      invitations={invitations}
      yourName={isUnnamed(principal) ? yourName : null}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
      hasWorkspace={member !== null}
    />,
    refused?.status,
  );
}
