/** The version of Deno that this project is made and tested with; README.md and `.ci/run` name the same. */
export const pinnedDeno = "2.9.6";
