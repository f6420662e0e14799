/** The commit of a built program; empty when it runs from source. */
export const commit: string = "";
