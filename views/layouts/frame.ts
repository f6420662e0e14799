import type { Preferences } from "../../server/domain/preferences/schema.ts";
import type { Team } from "../../server/domain/teams/schema.ts";
import type { ReaderClock } from "../ui/time.tsx";
import type { ToastProps } from "../ui/toast.tsx";

/** What every page needs from outside. */
export interface Frame {
  preferences: Preferences;
  /** Where this version's stylesheet, script and icon are. */
  assets: { css: string; js: string; icon: string };
  reading: ReaderClock;
  /** What the page's corner says when it comes. */
  toast: ToastProps | null;
}

/** What every page inside a workspace needs besides. */
export interface ShellFrame extends Frame {
  viewer: { profileId: string; name: string; email: string };
  workspace: { id: string; name: string };
  /** All of the viewer's workspaces, for the switcher. */
  workspaces: readonly { id: string; name: string }[];
  teams: readonly Team[];
  /** Path and query of the page, to mark where one is and to come back to. */
  here: string;
}
