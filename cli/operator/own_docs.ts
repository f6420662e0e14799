export { ownCopy } from "../../server/docs/own_copy.ts";
