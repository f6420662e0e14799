export { type DefaultTreeAdapterTypes, parse } from "npm:parse5@8.1.1";
