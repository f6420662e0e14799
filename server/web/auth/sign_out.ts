import { landingPath, signOutPath } from "../../../views/paths.ts";
import { signOut as endSession } from "../../domain/sessions/revoke.ts";
import { publicAction } from "../action.ts";
import { foundOrDefault } from "../found_or_default.ts";

export const signOut = publicAction({
  path: signOutPath,
  form: {},
  async does(_form, { viewer, perform, browser }) {
    // Another tab might have just ended the session
    if (viewer) await foundOrDefault(perform(endSession, {}), null);
    browser.dropSession();
  },
  then: () => landingPath,
  home: () => landingPath,
});
