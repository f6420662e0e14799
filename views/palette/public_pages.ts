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
import {
  aboutPath,
  changelogPath,
  pricingPath,
  privacyPath,
  productPath,
  termsPath,
} from "../site_paths.ts";

/** A result of the public site's search. */
export interface PublicPage {
  path: string;
  title: string;
  /** Another name that finds it: for a docs page, its title without its section. */
  shortTitle?: string;
  /** The content, in one sentence. */
  description: string;
  /** More search words, separated by spaces. */
  words: string;
  /** The heading of its group. */
  group: string;
  /** Its icon in the palette. */
  icon: string;
  /** Its audience, if it isn't for everyone. */
  who?: "signed in" | "signed out";
  /** Whether it is a file that the browser opens by itself. */
  file?: true;
}

/** The search of the public site, as a page. */
export const publicSearchPath = `${landingPath}?q=`;
/** Returns the path of the search results for a text. */
export const publicSearchFor = (q: string) => withQuery(landingPath, { q });

const workspace = { group: "Your workspace", who: "signed in" } as const;
const pages = { group: "Pages" } as const;
/** Pages that are new documents, because they don't load the app's scripts. */
const site = { ...pages, icon: "view", file: true } as const;
const programs = { group: "For developers", file: true } as const;

/**
 * Every public page, for the palette and the search of the public site, in their order. Each new public page needs a
 * row here. `tests/gates/public_pages_test.ts` checks this.
 */
export const publicPages: readonly PublicPage[] = [
  {
    ...workspace,
    path: workspacePath,
    title: "Open Backlog",
    description: "Open your start page.",
    words: "workspace app start dashboard continue",
    icon: "board",
  },
  {
    ...workspace,
    path: inboxPath,
    title: "Open inbox",
    description: "Your notifications.",
    words: "notifications mentions unread",
    icon: "inbox",
  },
  {
    ...workspace,
    path: tasksPath,
    title: "Open tasks",
    description: "Your teams' tasks.",
    words: "issues tickets list board",
    icon: "task",
  },
  {
    ...workspace,
    path: projectsPath,
    title: "Open projects",
    description: "Projects with their progress and target dates.",
    words: "initiatives roadmap milestones",
    icon: "project",
  },
  {
    ...pages,
    path: landingPath,
    title: "Home",
    description: "Backlog is a self-hosted tracker for people and their agents.",
    words: "start landing page example run install deno",
    icon: "view",
  },
  {
    ...pages,
    path: signUpPath,
    title: "Create your account",
    description: "Use your email address. You don't need a password.",
    words: "get started sign up signup register join new",
    icon: "invite",
    who: "signed out",
  },
  {
    ...pages,
    path: signInPath,
    title: "Sign in",
    description: "Use a code sent to your email address.",
    words: "login log in signin code email",
    icon: "user",
    who: "signed out",
  },
  {
    ...site,
    path: productPath,
    title: "Product",
    description: "Backlog's features and limits.",
    words: "features overview tour what is",
  },
  {
    ...site,
    path: pricingPath,
    title: "Pricing",
    description: "Every feature is free. You only pay for a server.",
    words: "price cost plans free license memory disk",
  },
  {
    ...site,
    path: changelogPath,
    title: "Changelog",
    description: "Changes in each version, newest first.",
    words: "releases versions news updates history",
  },
  {
    ...site,
    path: aboutPath,
    title: "About Backlog",
    description: "Backlog's purpose, principles, and authors.",
    words: "company team why contact operator",
  },
  {
    ...site,
    path: privacyPath,
    title: "Privacy",
    description: "Stored data, cookies, and emails of this server.",
    words: "gdpr data protection cookies retention policy",
  },
  {
    ...site,
    path: termsPath,
    title: "Terms",
    description: "Backlog's license, and the rules for this server.",
    words: "license mit legal conditions imprint",
  },
  {
    ...programs,
    path: "/backlog.sh",
    title: "Command line",
    description: "Download backlog.sh, a script that only needs bash, curl, and jq.",
    words: "cli terminal shell script download",
    icon: "key",
  },
  {
    ...programs,
    path: "/openapi.json",
    title: "REST API",
    description: "The REST API as an OpenAPI document.",
    words: "openapi swagger endpoints json http integration",
    icon: "bot",
  },
];

/** Returns a page's row of the table. @throws Error for a page without a row */
export function publicPage(path: string): PublicPage {
  const found = publicPages.find((one) => one.path === path);
  if (!found) throw new Error(`${path} has no row among the public pages.`);
  return found;
}
