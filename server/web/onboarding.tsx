import { type Context, Hono } from "hono";
import { OnboardingPage } from "../../views/auth/onboarding.tsx";
import { onboardingPath, signInFor, tasksPath } from "../../views/paths.ts";
import type { Principal } from "../domain/core/actor.ts";
import { perform } from "../domain/core/operation.ts";
import { startWorkspace } from "../domain/workspaces/start.ts";
import { browserSession } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { frameFor, html } from "../http/html.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";
import { invitationsPage } from "./invitations.tsx";
import { isUnnamed, yourNameIn } from "./naming.ts";

const empty = { yourName: "", name: "", teamName: "", teamKey: "" };

/** The first workspace after signing up, or one more; whoever is invited somewhere is asked about that first. */
export const onboardingWeb = new Hono<Env>()
  .get(onboardingPath, async (c) => {
    const session = await browserSession(c);
    if (!session) return c.redirect(signInFor(onboardingPath), 303);
    const invited = c.req.query("new") ? null : await invitationsPage(c, session);
    return invited ?? workspacePage(c, session.principal, session.member !== null, empty);
  })
  .post(onboardingPath, async (c) => {
    const session = await browserSession(c);
    if (!session) return c.redirect(signInFor(onboardingPath), 303);
    const form = await readForm(c);
    const values = {
      yourName: form.text("yourName") ?? "",
      name: form.text("name") ?? "",
      teamName: form.text("teamName") ?? "",
      teamKey: form.text("teamKey") ?? "",
    };
    try {
      const { teamKey, name, teamName } = values;
      await perform(c.get("deps"), session.principal, startWorkspace, {
        name,
        teamName,
        ...(teamKey.trim() ? { teamKey } : {}),
        ...yourNameIn(form),
      });
    } catch (error) {
      const refused = refusalOf(error, Object.keys(empty));
      return workspacePage(c, session.principal, session.member !== null, values, refused);
    }
    return c.redirect(tasksPath, 303);
  });

function workspacePage(
  c: Context<Env>,
  principal: Principal,
  hasWorkspace: boolean,
  values: typeof empty,
  refused?: Refusal,
) {
  return html(
    c,
    <OnboardingPage
      frame={frameFor(c, principal)}
      email={principal.email}
      unnamed={isUnnamed(principal)}
      values={values}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
      hasWorkspace={hasWorkspace}
    />,
    refused?.status,
  );
}
