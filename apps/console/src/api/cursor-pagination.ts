interface Page {
  meta: { hasMore: boolean; after: string | null };
}

/** Options for `useInfiniteQuery`: each page holds the cursor of the next. */
export const CURSOR_PAGINATION = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ meta }: Page) => (meta.hasMore ? meta.after : undefined),
};
