export const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** @param since of `performance.now()` */
export const seconds = (since: number) => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
