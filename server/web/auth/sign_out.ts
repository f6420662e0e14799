import { landingPath, signOutPath } from "../../../views/paths.ts";
import { signOut as endSession } from "../../domain/sessions/revoke.ts";
import { publicAction } from "../action.ts";

export const signOut = publicAction({
  path: signOutPath,
  form: {},
  async does(_form, { viewer, perform, browser }) {
    if (viewer) await perform(endSession, {});
    browser.dropSession();
  },
  then: () => landingPath,
  home: () => landingPath,
});
