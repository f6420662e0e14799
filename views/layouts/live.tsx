import type { Topic } from "../../server/domain/live/topics.ts";
import { livePath } from "../paths.ts";

/** The live topics of a part of a page, and the last event that the part includes. */
export function LiveMark({ of, topics, seen }: {
  of: "main" | "side";
  topics?: readonly Topic[];
  seen: string | undefined;
}) {
  return <i id={`live-${of}`} data-live={topics?.join(" ")} data-seen={seen}></i>;
}

/**
 * The element that receives the page's news and refreshes its parts. It is separate because the body's own requests
 * would wait for one another. `static/js/live`
 */
export function Live({ topics, seen }: {
  topics: readonly Topic[];
  seen: string | undefined;
}) {
  return (
    <>
      <div id="live" hx-sync="replace" hidden data-from={livePath}>
        <LiveMark of="main" topics={topics} seen={seen} />
        <LiveMark of="side" seen={seen} />
      </div>
      <p id="line" hidden></p>
    </>
  );
}
