import { type Rows, signedIn } from "./row.ts";

/** The actions of people who are signed in, with or without a workspace. */
export const onboardingRows: Rows = {
  "/onboarding": [
    { form: () => ({ name: "Orchard", teamName: "Apples" }), gets: signedIn("ok") },
    { of: "no name", form: () => ({ name: "", teamName: "Apples" }), gets: signedIn(422) },
  ],
  "/onboarding/invitations decline": [
    {
      form: ({ ids }) => ({ decline: ids.frodesInvitation! }),
      gets: { ...signedIn(404), foreign: "ok" },
    },
  ],
  "/onboarding/invitations": [
    {
      form: ({ ids }) => ({ accept: ids.frodesInvitation! }),
      gets: { ...signedIn(404), foreign: "ok" },
    },
  ],
  "/onboarding/workspaces": [
    {
      form: ({ workspaceId }) => ({ workspaceId }),
      gets: { ...signedIn("ok"), foreign: 404, removed: 404 },
    },
  ],
};
