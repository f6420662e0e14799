import { InvitationsPage } from "../../../views/onboarding/invitations.tsx";
import { OnboardingPage } from "../../../views/onboarding/onboarding.tsx";
import { newWorkspacePath, onboardingPath, tasksPath } from "../../../views/paths.ts";
import type { Principal } from "../../domain/core/actor.ts";
import { listOwnInvitations } from "../../domain/invitations/list_own.ts";
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

/** The first workspace after signing up, or one more; whoever is invited somewhere is asked about that first. */
export const onboardingPage = principalPage({
  path: onboardingPath,
  async read({ viewer, inWorkspace, url, askAll }) {
    const wantsNew = url.searchParams.has("new");
    return {
      email: viewer.email,
      unnamed: isUnnamed(viewer),
      hasWorkspace: inWorkspace,
      invitations: wantsNew ? [] : await askAll(listOwnInvitations),
    };
  },
}).shows(({ frame, refused, invitations, email, unnamed, hasWorkspace }) => {
  const common = { frame, email, hasWorkspace };
  if (invitations.length > 0) {
    const form = refused(accept);
    const other = form ?? refused(decline);
    const yourName = unnamed ? form?.values.yourName ?? "" : null;
    return (
      <InvitationsPage
        {...common}
        invitations={invitations}
        yourName={yourName}
        errors={other?.errors ?? {}}
        refusal={other?.rest}
      />
    );
  }
  const form = refused(makeWorkspace);
  const { yourName = "", name = "", teamName = "", teamKey = "" } = form?.values ?? {};
  return (
    <OnboardingPage
      {...common}
      unnamed={unnamed}
      values={{ yourName, name, teamName, teamKey }}
      errors={form?.errors ?? {}}
      refusal={form?.rest}
    />
  );
});

/** Whether a person still has the name that was made from their address. */
function isUnnamed(principal: Principal): boolean {
  return principal.name === principal.email.split("@")[0];
}
