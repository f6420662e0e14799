import { z } from "zod";

/** What answers are made of besides plain text, so that their description tells the form. */
export const responseFields = {
  /** ISO 8601 in UTC. */
  time: z.string().meta({ format: "date-time" }),
  /** A day without a time. */
  day: z.string().meta({ format: "date" }),
  url: z.string().meta({ format: "uri" }),
};
