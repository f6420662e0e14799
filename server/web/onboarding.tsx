import { type Context, Hono } from "hono";
import { OnboardingPage } from "../../views/auth/onboarding.tsx";
import { onboardingPath, signInFor, tasksPath } from "../../views/paths.ts";
import type { Principal } from "../domain/actor.ts";
import { invalidField } from "../domain/errors.ts";
import { perform } from "../domain/operation.ts";
import { updateViewer } from "../domain/profiles/viewer.ts";
import { createWorkspace } from "../domain/workspaces/create.ts";
import { browserSession } from "../http/actor.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { frameFor, html } from "../http/html.ts";
import { type Refusal, refusalOf } from "./field_errors.ts";

const empty = { yourName: "", name: "", teamName: "", teamKey: "" };

/** The first workspace after signing up, or one more. */
export const onboardingWeb = new Hono<Env>()
  .get(onboardingPath, async (c) => {
    const session = await browserSession(c);
    if (!session) return c.redirect(signInFor(onboardingPath), 303);
    return workspacePage(c, session.principal, session.member !== null, empty);
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
      await makeWorkspace(c, session.principal, values, form.has("yourName"));
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
  named: boolean,
): Promise<void> {
  const deps = c.get("deps");
  const yourName = values.yourName.trim();
  if (named) {
    if (!yourName) throw invalidField("yourName", "Say what your colleagues call you.");
    await perform(deps, principal, updateViewer, { name: yourName }).catch((error) => {
      const refused = refusalOf(error, ["name"]);
      throw invalidField("yourName", refused.errors.name ?? refused.refusal ?? "Use another name.");
    });
  }
  const actor = named ? { ...principal, name: yourName } : principal;
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
      unnamed={principal.name === principal.email.split("@")[0]}
      values={values}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
      hasWorkspace={hasWorkspace}
    />,
    refused?.status,
  );
}
