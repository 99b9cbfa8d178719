interface Page {
  meta: { hasMore: boolean; after: string | null };
}

/** How the next page of a list is asked for: each answer says behind what it begins. */
export const BY_CURSOR = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ meta }: Page) => (meta.hasMore ? meta.after : undefined),
};
