/** A label on a line: where it would like to be, and how much room it takes. */
export interface Spreadable {
  readonly at: number;
  readonly size: number;
}

interface Block {
  readonly members: readonly number[];
  readonly size: number;
  readonly start: number;
}

/**
 * Moves labels along a line as little as needed, so that none overlaps another.
 *
 * Their order stays. Labels that touch are moved as a block to the mean of their wishes.
 *
 * @param labels Labels in any order.
 * @param bounds Ends of the line; where the labels need more room, they run over its far end.
 * @returns The middle of each label, in the order given.
 */
export function spread(
  labels: readonly Spreadable[],
  bounds: { readonly from: number; readonly to: number },
): number[] {
  const order = labels.map((_, index) => index).toSorted((a, b) => labels[a].at - labels[b].at);
  const settle = (members: readonly number[]): Block => {
    let size = 0, wishes = 0;
    for (const member of members) {
      wishes += labels[member].at - labels[member].size / 2 - size;
      size += labels[member].size;
    }
    const start = Math.max(bounds.from, Math.min(wishes / members.length, bounds.to - size));
    return { members, size, start };
  };
  const blocks: Block[] = [];
  for (const index of order) {
    let block = settle([index]);
    for (let last = blocks.at(-1); last && last.start + last.size > block.start;) {
      block = settle([...last.members, ...block.members]);
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(block);
  }
  const middles = new Array<number>(labels.length);
  for (const { members, start } of blocks) {
    let edge = start;
    for (const member of members) {
      middles[member] = edge + labels[member].size / 2;
      edge += labels[member].size;
    }
  }
  return middles;
}
