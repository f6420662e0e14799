import { answerInvitationPath, onboardingPath, tasksPath } from "../../../views/paths.ts";
import { declineInvitation } from "../../domain/invitations/decline.ts";
import { joinByInvitation } from "../../domain/invitations/join.ts";
import { principalAction } from "../action.ts";
import { optional, text } from "../forms.ts";

/** Declines an invitation, and shows the remaining ones. */
export const decline = principalAction({
  path: answerInvitationPath,
  button: "decline",
  form: { decline: text },
  does: ({ decline: invitationId }, at) => at.perform(declineInvitation, { invitationId }),
  then: () => onboardingPath,
  home: () => onboardingPath,
});

/** Accepts an invitation, and opens the workspace. */
export const accept = principalAction({
  path: answerInvitationPath,
  form: { yourName: optional, accept: text },
  does: ({ accept: invitationId, yourName }, at) =>
    at.perform(joinByInvitation, { invitationId, yourName }),
  then: () => tasksPath,
  home: () => onboardingPath,
});
