import {
  landingPath,
  signInPath,
  signUpPath,
  tasksPath,
  withQuery,
  workspacePath,
} from "../paths.ts";
import { inboxPath } from "../inbox_paths.ts";
import { projectsPath } from "../project_paths.ts";

/** What the public site's search leads to. */
export interface PublicPage {
  path: string;
  title: string;
  /** One sentence: what is there. */
  description: string;
  /** By which other words it is found, between spaces. */
  words: string;
  /** The heading it stands under. */
  group: string;
  /** Which of the palette's icons it has. */
  icon: string;
  /** Whom it is for, where it isn't for everybody. */
  who?: "signed in" | "signed out";
  /** Whether it is no page of ours but a file, which the browser opens by itself. */
  file?: true;
}

/** The search of the public site, as a page. */
export const publicSearchPath = `${landingPath}?q=`;
/** What is found for a text. */
export const publicSearchFor = (q: string) => withQuery(landingPath, { q });

const workspace = { group: "Your workspace", who: "signed in" } as const;
const pages = { group: "Pages" } as const;
const programs = { group: "For programs", file: true } as const;

/**
 * Every public page, as the palette and the search of the public site find it: the first ones first. A new public page
 * has a row here, which `tests/gates/public_pages_test.ts` asks for.
 */
export const publicPages: readonly PublicPage[] = [
  {
    ...workspace,
    path: workspacePath,
    title: "Open Backlog",
    description: "Go on where you start.",
    words: "workspace app start dashboard continue",
    icon: "board",
  },
  {
    ...workspace,
    path: inboxPath,
    title: "Open inbox",
    description: "What is new for you.",
    words: "notifications mentions unread",
    icon: "inbox",
  },
  {
    ...workspace,
    path: tasksPath,
    title: "Open tasks",
    description: "The tasks of your teams.",
    words: "issues tickets list board",
    icon: "task",
  },
  {
    ...workspace,
    path: projectsPath,
    title: "Open projects",
    description: "What is under way, and until when.",
    words: "initiatives roadmap milestones",
    icon: "project",
  },
  {
    ...pages,
    path: landingPath,
    title: "About Backlog",
    description: "Backlog is a self-hosted tracker for people and their agents.",
    words: "home start page product run install deno",
    icon: "view",
  },
  {
    ...pages,
    path: signUpPath,
    title: "Create your account",
    description: "With your email address alone: there is no password.",
    words: "get started sign up signup register join new",
    icon: "invite",
    who: "signed out",
  },
  {
    ...pages,
    path: signInPath,
    title: "Sign in",
    description: "With a code that comes to your email address.",
    words: "login log in signin code email",
    icon: "user",
    who: "signed out",
  },
  {
    ...programs,
    path: "/backlog.sh",
    title: "Command line",
    description: "backlog.sh: one file, for bash, curl and jq.",
    words: "cli terminal shell script download",
    icon: "key",
  },
  {
    ...programs,
    path: "/openapi.json",
    title: "REST API",
    description: "All that clients can ask for, as OpenAPI.",
    words: "openapi swagger endpoints json http integration",
    icon: "bot",
  },
];

/** What the search's table says of a page that it has. @throws Error for one without a row */
export function publicPage(path: string): PublicPage {
  const found = publicPages.find((one) => one.path === path);
  if (!found) throw new Error(`${path} has no row among the public pages.`);
  return found;
}
