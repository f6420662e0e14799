/** The commit that this program was built from; empty where it runs from its sources. */
export const commit: string = "";
