import { InvitationsPage } from "../../../views/onboarding/invitations.tsx";
import { OnboardingPage } from "../../../views/onboarding/onboarding.tsx";
import { newWorkspacePath, onboardingPath, tasksPath } from "../../../views/paths.ts";
import type { Principal } from "../../domain/core/actor.ts";
import { listOwnInvitations } from "../../domain/invitations/list_own.ts";
import { listWorkspaces } from "../../domain/workspaces/list.ts";
import { findSuspensions } from "../../domain/workspaces/suspended_in.ts";
import { startWorkspace } from "../../domain/workspaces/start.ts";
import { principalAction } from "../action.ts";
import { filled, optional, text } from "../forms.ts";
import { principalPage } from "../page.ts";
import { accept, decline } from "./invitations.ts";

export const makeWorkspace = principalAction({
  path: onboardingPath,
  form: { yourName: optional, name: text, teamName: text, teamKey: filled },
  does: (workspace, at) => at.perform(startWorkspace, workspace),
  then: () => tasksPath,
  home: () => newWorkspacePath,
});

/** The page that creates a workspace. It shows pending invitations first. */
export const onboardingPage = principalPage({
  path: onboardingPath,
  async read({ viewer, inWorkspace, url, ask, askAll }) {
    const wantsNew = url.searchParams.has("new");
    return {
      email: viewer.email,
      unnamed: isUnnamed(viewer),
      hasWorkspace: inWorkspace,
      workspaces: inWorkspace ? [] : await askAll(listWorkspaces),
      suspendedIn: await ask(findSuspensions, {}),
      invitations: wantsNew ? [] : await askAll(listOwnInvitations),
    };
  },
}).shows(({ frame, refused, invitations, unnamed, ...person }) => {
  const newcomer = { frame, ...person };
  const named = (form: { values: { yourName?: string | undefined } } | null) =>
    unnamed ? form?.values.yourName ?? "" : null;
  if (invitations.length > 0) {
    const accepting = refused(accept);
    const form = accepting ?? refused(decline);
    return (
      <InvitationsPage
        {...newcomer}
        invitations={invitations}
        yourName={named(accepting)}
        errors={form?.errors ?? {}}
        refusal={form?.rest}
      />
    );
  }
  const form = refused(makeWorkspace);
  const { name = "", teamName = "", teamKey = "" } = form?.values ?? {};
  return (
    <OnboardingPage
      {...newcomer}
      yourName={named(form)}
      values={{ name, teamName, teamKey }}
      errors={form?.errors ?? {}}
      refusal={form?.rest}
    />
  );
});

/** Returns whether a person still has the name derived from their address. */
function isUnnamed(principal: Principal): boolean {
  return principal.name === principal.email.split("@")[0];
}
