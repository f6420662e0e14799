import type { Child } from "hono/jsx";
import type { Activity } from "../../server/domain/activity/schema.ts";
import { Notice } from "../ui/field.tsx";

/**
 * What a text says by now that somebody else changed while one was writing it: one's own stands in the field below.
 * @param text what it is called: `title`
 * @param by the entry of history that tells of the change, where it is known
 * @param children what it says now
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
        The {text} was changed while you were writing, {own ? "in another place by yourself" : (
          <>
            by <bdi>{by?.actor?.name ?? "somebody else"}</bdi>
          </>
        )}. Both texts are here: compare them, then save yours in the place of the newer one, or
        keep that.
      </Notice>
      <section class="stale-text" aria-label="What it says now">
        <p class="stale-own" aria-hidden="true">What it says now</p>
        {children}
      </section>
      <p class="stale-own">Yours</p>
    </>
  );
}
