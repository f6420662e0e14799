import { UnsubscribePage } from "../../../views/auth/unsubscribe.tsx";
import { unsubscribePath, withQuery } from "../../../views/paths.ts";
import { isOfAddress } from "../../domain/core/unsubscribe_token.ts";
import { unsubscribe } from "../../domain/preferences/unsubscribe.ts";
import { publicAction } from "../action.ts";
import { filled, text } from "../forms.ts";
import { publicPage } from "../page.ts";

/** Stops the emails of a link. Anyone with the link can do it, also the reader of a forwarded email. */
export const stopMails = publicAction({
  path: unsubscribePath,
  form: { token: text, kind: filled },
  counts: true,
  does: ({ token, kind }, { performAs, browser }) =>
    performAs(browser.anonymous(), unsubscribe, { token, kind }),
  then: (_, { token }) =>
    withQuery(unsubscribePath, { done: isOfAddress(token) ? "address" : "1" }),
  home: () => unsubscribePath,
});

/** Asks which emails to stop. The page doesn't show the recipient. */
export const unsubscribePage = publicPage({
  path: unsubscribePath,
  read: ({ url }) => ({
    token: url.searchParams.get("token") ?? "",
    kind: url.searchParams.get("kind") ?? "",
    done: url.searchParams.get("done"),
  }),
}).shows(({ frame, token, kind, done, refused }) => {
  const form = refused(stopMails);
  return (
    <UnsubscribePage
      frame={frame}
      token={form?.values.token ?? token}
      hasInbox={!isOfAddress(form?.values.token ?? token) && done !== "address"}
      kind={form ? form.values.kind ?? "" : kind}
      done={done !== null && !form}
      errors={form?.errors ?? {}}
      refusal={form && (form.errors.token ?? form.rest) || undefined}
    />
  );
});
