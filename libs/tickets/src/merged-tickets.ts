/**
 * A ticket and all tickets merged into it, at any depth. Parameters such as `$1` are the caller's.
 * @param id SQL that gives the surviving ticket's id
 */
export const withMergedTicketIds = (id: string) => `
  WITH RECURSIVE one_matter AS (
    SELECT id FROM ticket WHERE id = ${id}
    UNION ALL
    SELECT t.id FROM one_matter o JOIN ticket t ON t.merged_into_id = o.id
  ) SELECT id FROM one_matter`;

/** A ticket and those that it was merged into, one after the other. @param id SQL that gives the ticket's id */
export const withSurvivingTicketIds = (id: string) => `
  WITH RECURSIVE line AS (
    SELECT id, merged_into_id FROM ticket WHERE id = ${id}
    UNION ALL
    SELECT t.id, t.merged_into_id FROM line l JOIN ticket t ON t.id = l.merged_into_id
  ) SELECT id FROM line`;

/** The ticket that survives after merging: itself, unless it was merged. @param id SQL that gives the ticket's id */
export const survivingTicketId = (id: string) => `${withSurvivingTicketIds(id)} WHERE merged_into_id IS NULL`;
