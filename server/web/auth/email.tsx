import { RequestCodePage } from "../../../views/auth/request.tsx";
import {
  onboardingPath,
  signInPath,
  signUpPath,
  verifyFor,
  workspacePath,
} from "../../../views/paths.ts";
import { TooMany } from "../../domain/core/errors.ts";
import { requestCode } from "../../domain/sessions/request_code.ts";
import { safePath } from "../../http/htmx.ts";
import { publicAction } from "../action.ts";
import { filled, text } from "../forms.ts";
import { publicPage } from "../page.ts";

/** Seconds until another code can be requested. `RULES.md`, Signing in */
const COOLDOWN_SECONDS = 60;

/** Creates the first step of signing in or up, which sends a code to an address. */
function emailPage(purpose: "signin" | "signup", path: string) {
  const send = publicAction({
    path,
    form: { email: text, next: filled },
    counts: true,
    /** Returns the seconds until another code can be requested. */
    async does({ email }, { performAs, browser }) {
      try {
        await performAs(browser.requester(), requestCode, { email, purpose });
      } catch (error) {
        if (error instanceof TooMany && error.code === "code_cooldown") return error.retryAfter;
        throw error;
      }
      return COOLDOWN_SECONDS;
    },
    then: (wait, { email, next }) => verifyFor(email, purpose, wait, next),
    home: () => path,
  });
  const page = publicPage({
    path,
    instead({ viewer, inWorkspace, url }) {
      if (!viewer) return null;
      const next = url.searchParams.get("next") ?? undefined;
      return inWorkspace ? safePath(next, workspacePath) : onboardingPath;
    },
    read: ({ url }) => ({
      next: url.searchParams.get("next") ?? undefined,
      kept: url.searchParams.has("kept"),
    }),
  }).shows(({ frame, next, kept, refused }) => {
    const form = refused(send);
    return (
      <RequestCodePage
        frame={frame}
        purpose={purpose}
        email={form?.values.email ?? ""}
        next={form ? form.values.next : next}
        kept={kept}
        errors={form?.errors ?? {}}
        refusal={form?.rest}
      />
    );
  });
  return { page, send };
}

export const { page: signInPage, send: signIn } = emailPage("signin", signInPath);
export const { page: signUpPage, send: signUp } = emailPage("signup", signUpPath);
