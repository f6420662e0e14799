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
    summary: "Search all records",
    description: "Returns only records you can see, of the kinds that the token's scopes include.",
    status: 200,
    response: z.strictObject({ results: z.array(FoundRecord) }),
    answer: (results) => ({ results }),
  }),
];
