/** A checker of documentation for agents. https://afdocs.dev */
export { computeScore, runChecks } from "npm:afdocs@0.22.2";
