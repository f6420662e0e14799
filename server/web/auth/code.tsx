import { VerifyPage } from "../../../views/auth/verify.tsx";
import { onboardingPath, signInPath, verifyPath, workspacePath } from "../../../views/paths.ts";
import { verifyCodeInBrowser } from "../../domain/sessions/verify_code.ts";
import { safePath } from "../../http/htmx.ts";
import { publicAction } from "../action.ts";
import { filled, text } from "../forms.ts";
import { publicPage } from "../page.ts";

/** Maximum wait that a page shows, in seconds. */
const LONGEST_WAIT = 900;

export const verifyCode = publicAction({
  path: verifyPath,
  form: { email: text, purpose: filled, next: filled, code: text },
  counts: true,
  async does({ email, purpose, code }, { performAs, browser }) {
    const given = {
      email,
      purpose: purposeOf(purpose),
      code: code.replace(/\s/g, ""),
      label: browser.name,
    };
    const session = await browser.tryCode(() =>
      performAs(browser.anonymous(), verifyCodeInBrowser, given)
    );
    browser.keepSession(session.token);
    return session;
  },
  then: ({ isNew }, { next }) => isNew ? onboardingPath : safePath(next, workspacePath),
  home: () => verifyPath,
});

/** The second step of signing in or up: the code. */
export const verifyCodePage = publicPage({
  path: verifyPath,
  instead: ({ url }) => url.searchParams.get("email") ? null : signInPath,
  read: async ({ url: { searchParams }, sendsMail, signup }) => ({
    email: searchParams.get("email") ?? "",
    purpose: searchParams.get("purpose") ?? undefined,
    next: searchParams.get("next") ?? undefined,
    wait: Number.parseInt(searchParams.get("wait") ?? "0") || 0,
    delivers: sendsMail,
    signup: await signup(),
  }),
}).shows(({ frame, refused, alone: _alone, ...asked }) => {
  const form = refused(verifyCode);
  const { email, purpose, next } = form?.values ?? asked;
  return (
    <VerifyPage
      frame={frame}
      email={email}
      purpose={purposeOf(purpose)}
      next={next}
      wait={form ? 0 : Math.min(Math.max(asked.wait, 0), LONGEST_WAIT)}
      delivers={asked.delivers}
      signup={asked.signup}
      errors={form?.errors ?? {}}
      refusal={form?.rest}
    />
  );
});

function purposeOf(word: string | undefined): "signin" | "signup" {
  return word === "signup" ? "signup" : "signin";
}
