import { z } from "zod";

/** Response fields besides plain text, so that their description names the format. */
export const responseFields = {
  /** ISO 8601 in UTC. */
  time: z.string().meta({ format: "date-time" }),
  /** A day without a time. */
  day: z.string().meta({ format: "date" }),
  url: z.string().meta({ format: "uri" }),
};
