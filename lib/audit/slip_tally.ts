/** The slips that a power map tries on every cell: one unit of the last decimal, and two on its digits. */
export const triedSlips = ["one-unit-off", "swapped-digits", "changed-digit"] as const;

/** A slip that a power map tries. */
export type TriedSlip = typeof triedSlips[number];

/** How many slips of each kind were tried, and how many an audit would have caught. */
export type SlipTally = Readonly<
  Record<TriedSlip, { readonly tried: number; readonly caught: number }>
>;

/** Counts slips. */
export function tallySlips(
  trials: readonly { readonly slip: TriedSlip; readonly isCaught: boolean }[],
): SlipTally {
  const entries = triedSlips.map((slip) => {
    const these = trials.filter((trial) => trial.slip === slip);
    const caught = these.filter(({ isCaught }) => isCaught).length;
    return [slip, { tried: these.length, caught }];
  });
  return Object.fromEntries(entries) as SlipTally;
}

/** Adds counts up. */
export function sumOfTallies(tallies: readonly SlipTally[]): SlipTally {
  const entries = triedSlips.map((slip) => {
    const sum = (key: "tried" | "caught") =>
      tallies.reduce((all, each) => all + each[slip][key], 0);
    return [slip, { tried: sum("tried"), caught: sum("caught") }];
  });
  return Object.fromEntries(entries) as SlipTally;
}
