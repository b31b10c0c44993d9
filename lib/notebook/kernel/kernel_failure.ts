/** Why there is no kernel to run the next cell: it never began to answer, or it ended. */
export class KernelFailure extends Error {
  override readonly name = "KernelFailure";

  /**
   * @param kind Whether the kernel ever answered.
   * @param message What was found, and what to do.
   * @param cause The error that the system gave, if it gave one.
   */
  constructor(readonly kind: "never-started" | "died", message: string, cause?: unknown) {
    super(message, { cause });
  }
}
