/** Whether the groups of a person open a service to them. @param readerGroups none: it is not restricted */
export function isInReaderGroups(
  groups: readonly string[] | undefined,
  readerGroups: readonly string[] | null | undefined,
): boolean {
  return !readerGroups || readerGroups.some((group) => groups?.includes(group));
}
