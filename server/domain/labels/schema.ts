import { z } from "zod";

/** The colours that a label can have: names, so that each theme has its own shade. */
export const labelColors = [
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "indigo",
  "purple",
  "pink",
] as const;

export const Label = z.strictObject({
  id: z.string(),
  name: z.string(),
  color: z.enum(labelColors),
  description: z.string().nullable(),
});
export type Label = z.output<typeof Label>;

/** The labels of a new workspace. */
export const defaultLabels: readonly { name: string; color: (typeof labelColors)[number] }[] = [
  { name: "Bug", color: "red" },
  { name: "Feature", color: "indigo" },
  { name: "Improvement", color: "teal" },
];
