import { z } from "zod";
import { FoundRecord } from "../domain/search/schema.ts";
import { search } from "../domain/search/search.ts";
import { endpoint } from "./endpoint.ts";

export const searchEndpoints = [
  endpoint({
    method: "GET",
    path: "/workspaces/{workspaceId}/search",
    operation: search,
    tag: "Search",
    summary: "Find records of every kind",
    description:
      "What one may not see is not found, and kinds that the token's scopes leave out aren't either.",
    status: 200,
    response: z.strictObject({ results: z.array(FoundRecord) }),
    answer: (results) => ({ results }),
  }),
];
