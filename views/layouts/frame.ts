import type { Child } from "hono/jsx";
import type { Preferences } from "../../server/domain/preferences/schema.ts";
import type { Who } from "./main_pages.ts";
import type { ToastProps } from "../ui/toast.tsx";

/** A part of the product whose pages have styles and scripts of their own, which no other page waits for. */
export type Area = "public" | "planning" | "projects" | "roadmap" | "settings";

/** Where they are; without scripts where there are none. */
export interface AreaAssets {
  css: string;
  js?: string;
  /** What comes once a page is there. */
  later?: string;
}

/** What every page needs from outside. */
export interface Frame {
  /** Who looks at it, by their user's id: what is kept on their device is theirs alone. */
  viewerId: string | null;
  /** As whom, where it is a workspace's page: what is sent from it is theirs. */
  profileId?: string;
  preferences: Preferences;
  /** Where this version's stylesheet, scripts and icons are. */
  assets: {
    css: string;
    js: string;
    later: string;
    /** The palette, which comes once the page is there. */
    palette: string;
    /** What the palette of the public site finds. */
    publicPages: string;
    areas: Readonly<Record<Area, AreaAssets>>;
    icon: string;
    iconUnread: string;
  };
  /** What the page's corner says when it comes. */
  toast: ToastProps | null;
}

/** What every page inside a workspace needs besides. */
export interface ShellFrame extends Frame {
  workspace: { name: string };
  /** All that the reader is, of those whom pages are for. */
  who: Who;
  /** The way around the workspace, drawn. */
  sidebar: Child;
  /** How far there was something to hear before the page was read. */
  seen: string | undefined;
}
