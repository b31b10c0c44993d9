import * as Drawn from "../../figures/plot.ts";

/** Observable Plot as notebooks have it: a bundle cannot load it later. */
export const Plot: typeof Drawn = Drawn;
