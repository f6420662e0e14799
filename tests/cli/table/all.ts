import type { Chapter } from "../support/side.ts";
import { automationChapters } from "./automations.ts";
import { guideChapters } from "./guide.ts";
import { hintChapters } from "./hints.ts";
import { readingChapters } from "./reading.ts";
import { sessionChapters } from "./session.ts";
import { taskChapters } from "./tasks.ts";
import { workChapters } from "./work.ts";
import { writingChapters } from "./writing.ts";

/** All rows, by chapter. */
export const chapters: readonly Chapter[] = [
  ...sessionChapters,
  ...taskChapters,
  ...workChapters,
  ...readingChapters,
  ...writingChapters,
  ...automationChapters,
  ...hintChapters,
  ...guideChapters,
];
