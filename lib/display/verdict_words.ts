import type { Label } from "../model/label.ts";
import type { VerdictKind } from "../model/verdict.ts";

/** What each verdict is called. */
export const verdictWords: Readonly<Record<VerdictKind, Label>> = {
  exact: { en: "exact", ru: "точно" },
  "within-rounding": { en: "within rounding", ru: "в пределах округления" },
  "other-rounding": { en: "other rounding", ru: "при ином округлении" },
  inconsistent: { en: "inconsistent", ru: "не согласуется" },
  unsupported: { en: "unsupported", ru: "нечем проверить" },
  qualitative: { en: "qualitative", ru: "качественное" },
};
