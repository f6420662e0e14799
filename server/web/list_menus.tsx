import { Hono } from "hono";
import { listPath, taskDisplayPath, taskFilterPath } from "../../views/paths.ts";
import { DisplayMenu, FilterMenu } from "../../views/tasks/list_menus.tsx";
import type { Env } from "../http/env.ts";
import { labelsOf, membersOf, projectsOf } from "./directory.ts";
import { queryOf } from "./list_query.ts";
import { answerMenu } from "./menu.tsx";
import { teamsOf } from "./shell.ts";

/** The menus of the list: what narrows it, and how it is grouped and sorted. */
export const listMenusWeb = new Hono<Env>()
  .get(taskFilterPath, async (c) => {
    const query = queryOf(new URL(c.req.url).searchParams);
    const [members, labels, projects, teams] = await Promise.all([
      membersOf(c),
      labelsOf(c),
      projectsOf(c),
      teamsOf(c),
    ]);
    const lists = { members, labels, projects, teams };
    return answerMenu(c, "Filter", listPath(query), <FilterMenu query={query} {...lists} />);
  })
  .get(taskDisplayPath, (c) => {
    const query = queryOf(new URL(c.req.url).searchParams);
    return answerMenu(c, "Display", listPath(query), <DisplayMenu query={query} />);
  });
