/**
 * Joins the lines of `format=flowed` text (RFC 3676): a line that ends with a space continues on the next line of the
 * same quote depth.
 * @param delSp whether that space was only added for folding
 */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  // A list of pieces: to shorten a text again and again would copy it each time.
  let open: { depth: number; pieces: string[] } | null = null;
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)![0].length;
    let content = line.slice(depth);
    if (content.startsWith(' ')) content = content.slice(1);
    const flows = content.endsWith(' ') && content !== '-- ';
    if (open && open.depth === depth && content !== '-- ') open.pieces.push(content);
    else {
      if (open) out.push(quoted(open));
      open = { depth, pieces: [content] };
    }
    if (flows) {
      if (delSp) open.pieces.push(open.pieces.pop()!.slice(0, -1));
    } else {
      out.push(quoted(open));
      open = null;
    }
  }
  if (open) out.push(quoted(open));
  return out.join('\n');
}

function quoted({ depth, pieces }: { depth: number; pieces: string[] }): string {
  const text = pieces.join('');
  return depth > 0 ? `${'>'.repeat(depth)} ${text}`.trimEnd() : text;
}
