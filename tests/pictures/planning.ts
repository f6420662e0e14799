import {
  newProjectPath,
  projectPath,
  projectsPath,
  roadmapPath,
} from "../../views/project_paths.ts";
import { roadmapGroupings } from "../../views/roadmap_paths.ts";
import type { Page } from "../packages/playwright.ts";
import { click, openComposer, type Picture } from "./picture.ts";

/** The key of a project that has been reported on. */
const reported = "RFND";

/** The roadmap and projects as they are looked at otherwise than they open. */
export function picturesOfPlanning(): Picture[] {
  const grouped = roadmapGroupings.filter((group) => group !== "none");
  return [
    ...["weeks", "quarters"].map((zoom) => ({
      name: `roadmap-${zoom}`,
      at: `${roadmapPath}?zoom=${zoom}`,
      from: 768,
    })),
    ...grouped.map((group) => ({
      name: `roadmap-by-${group}`,
      at: `${roadmapPath}?group=${group}`,
      open: fold,
      close: unfold,
    })),
    { name: "roadmap-narrowed", at: `${roadmapPath}?status=active&only=early` },
    { name: "roadmap-none-there", at: `${roadmapPath}?from=2000-01` },
    {
      name: "roadmap-dating",
      at: roadmapPath,
      open: click(".roadmap-undated .button", ".roadmap-undated form"),
      whole: true,
    },
    { name: "roadmap-beginner", at: roadmapPath, by: "beginner" },
    { name: "roadmap-on-paper", at: roadmapPath, print: true, whole: true },
    { name: "roadmap-forced-colours", at: roadmapPath, forcedColors: true, whole: true },
    { name: "roadmap-zoomed", at: roadmapPath, zoomed: true, from: 768 },
    { name: "projects-beginner", at: projectsPath, by: "beginner" },
    { name: "projects-forced-colours", at: projectsPath, forcedColors: true },
    { name: "project-composer-plain", at: newProjectPath, javaScript: false, whole: true },
    { name: "project-composer-on-paper", at: newProjectPath, print: true, whole: true },
    { name: "project-composer-forced", at: projectsPath, forcedColors: true, open: openComposer },
    { name: "projects-zoomed", at: projectsPath, zoomed: true, from: 768 },
    { name: "project-reported", at: projectPath(reported), whole: true },
    { name: "project-empty", at: projectPath("HYDRO"), whole: true },
    {
      name: "project-numbers",
      at: projectPath(reported),
      whole: true,
      open: (page) =>
        page.locator(".burn-up details").evaluateAll((all) => {
          for (const one of all as unknown as { open: boolean }[]) one.open = true;
        }),
    },
    { name: "project-on-paper", at: projectPath(reported), print: true, whole: true },
    { name: "project-forced-colours", at: projectPath(reported), forcedColors: true, whole: true },
    { name: "project-zoomed", at: projectPath(reported), zoomed: true, from: 768 },
  ];
}

const folded = '.roadmap-group button[aria-expanded="false"]';
/** Folds the first group. */
const fold = click(".roadmap-group button", folded);
/** Unfolds it: that it is folded would be remembered. */
const unfold = async (page: Page) => {
  await page.locator(folded).click();
  await page.locator(folded).waitFor({ state: "detached" });
};
