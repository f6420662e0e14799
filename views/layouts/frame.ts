import type { Child } from "hono/jsx";
import type { Preferences } from "../../server/domain/preferences/schema.ts";
import type { Who } from "./main_pages.ts";
import type { ToastProps } from "../ui/toast.tsx";

/** A group of pages with their own styles and scripts, which other pages don't wait for. */
export type Area = "public" | "docs" | "planning" | "projects" | "roadmap" | "settings";

/** The URLs of an area's files. Some areas have no scripts. */
export interface AreaAssets {
  css: string;
  js?: string;
  /** The script that loads after the page. */
  later?: string;
}

/** Data that every page needs. */
export interface Frame {
  /** The user ID of the viewer. Text stored on the device belongs to this user. */
  viewerId: string | null;
  /** The viewer's profile on pages of a workspace, which sends their requests. */
  profileId?: string;
  preferences: Preferences;
  /** The server's public address and version. */
  server: { origin: string; version: string };
  /** The URLs of this version's stylesheet, scripts, and icons. */
  assets: {
    css: string;
    js: string;
    later: string;
    /** The palette's file, which loads after the page. */
    palette: string;
    /** The URL of the public site's pages for the palette. */
    publicPages: string;
    areas: Readonly<Record<Area, AreaAssets>>;
    icon: string;
    iconUnread: string;
  };
  /** The message to show when the page loads. */
  toast: ToastProps | null;
}

/** Additional data for every page inside a workspace. */
export interface ShellFrame extends Frame {
  workspace: { name: string };
  /** The viewer's audience. */
  who: Who;
  /** The rendered sidebar. */
  sidebar: Child;
  /** The live feed's point before the page was read. */
  seen: string | undefined;
}
