import { type Context, Hono } from "hono";
import { OnboardingPage } from "../../views/auth/onboarding.tsx";
import { onboardingPath, signInFor, tasksPath } from "../../views/paths.ts";
import type { Principal } from "../domain/core/actor.ts";
import { perform } from "../domain/core/operation.ts";
import { createWorkspace } from "../domain/workspaces/create.ts";
import { browserSession } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { type Form, readForm } from "../http/form.ts";
import { frameFor, html } from "../http/html.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";
import { invitationsPage } from "./invitations.tsx";
import { isUnnamed, nameYourself } from "./naming.ts";

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
      await makeWorkspace(c, session.principal, values, form);
    } catch (error) {
      const refused = refusalOf(error, Object.keys(empty));
      return workspacePage(c, session.principal, session.member !== null, values, refused);
    }
    return c.redirect(tasksPath, 303);
  });

async function makeWorkspace(
  c: Context<Env>,
  principal: Principal,
  values: typeof empty,
  form: Form,
): Promise<void> {
  const deps = c.get("deps");
  const actor = await nameYourself(deps, principal, form);
  await perform(deps, actor, createWorkspace, {
    name: values.name,
    teamName: values.teamName,
    ...(values.teamKey.trim() ? { teamKey: values.teamKey } : {}),
  });
}

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
