/**
 * The property of a kernel's global object by which a client says that it waits for outputs that come late, as this
 * project's runner does: for it nobody need wait inside the kernel.
 */
export const awaitsOutputs: unique symbol = Symbol.for("report.awaitsOutputs");
