import { type Chapter, pagesOf, type Row } from "../support/side.ts";

/** The rows of a long list, which is printed whole only with --all. */
const longPagesOf = (list: string, as?: string): Row[] => [
  ...pagesOf(list, as),
  { types: `${list} --all`, ...(as !== undefined && { as }) },
];

/** What lies below one record, and other lists that are only read. */
export const readingChapters: Chapter[] = [
  {
    name: "what lies below a task",
    rows: [
      { types: "tasks comment ENG-1 Once", as: "chidi" },
      "tasks activity ENG-1",
      "tasks activity $task --limit 2",
      ...longPagesOf("tasks activity ENG-1"),
      { types: "tasks activity ENG-99", code: 1 },
      "tasks comments ENG-1",
      "tasks comments eng-1 --sort -createdAt",
      ...pagesOf("tasks comments ENG-1"),
      { types: "tasks comments ENG-1 --sort sideways", code: 2, says: /^--sort: / },
      { types: "tasks comments", code: 2, says: /^Missing <task>\./ },
      { types: 'approvals ask ENG-1 chidi "May I?"' },
      ...pagesOf("tasks approvals ENG-1"),
      "tasks approvals ENG-2",
      'api POST /workspaces/{workspaceId}/tasks/ENG-1/resources \'{"url": "example.com/b"}\'',
      ...pagesOf("tasks resources ENG-1"),
      "tasks resources ENG-2",
      { types: "tasks resources ENG-99", code: 1 },
    ],
  },
  {
    name: "drafts",
    rows: [
      "tasks create --title Half --team-id ENG --draft",
      ...longPagesOf("tasks drafts", "chidi"),
    ],
  },
];
