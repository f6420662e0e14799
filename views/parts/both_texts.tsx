import type { Child } from "hono/jsx";
import type { Activity } from "../../server/domain/activity/schema.ts";
import { Notice } from "../ui/field.tsx";

/**
 * Shows the current version of a text that changed while the viewer edited it. The viewer's version is in the field below.
 * @param text the name of the text: `title`
 * @param by the activity of the change, if known
 * @param children the current version
 */
export function BothTexts(
  { text, by, viewerId, children }: {
    text: string;
    by: Activity | undefined;
    viewerId: string;
    children: Child;
  },
) {
  const own = by?.actor?.id === viewerId;
  return (
    <>
      <Notice kind="warning">
        {own ? "You" : <bdi>{by?.actor?.name ?? "Someone else"}</bdi>} changed the {text}{" "}
        {own && "in another tab or on another device "}while you were editing. Compare both
        versions, then save yours or use the newer one.
      </Notice>
      <section class="stale-text" aria-label="Current version">
        <p class="stale-own" aria-hidden="true">Current version</p>
        {children}
      </section>
      <p class="stale-own">Your version</p>
    </>
  );
}
