/**
 * Joins the lines of `format=flowed` text (RFC 3676): a line that ends with a space continues on the next line of the
 * same quote depth.
 * @param delSp whether that space was only added for folding
 */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; text: string } | null = null;
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)![0].length;
    let content = line.slice(depth);
    if (content.startsWith(' ')) content = content.slice(1);
    const flows = content.endsWith(' ') && content !== '-- ';
    if (open && open.depth === depth && content !== '-- ') open.text += content;
    else {
      if (open) out.push(quoted(open.depth, open.text));
      open = { depth, text: content };
    }
    if (flows) {
      if (delSp) open.text = open.text.slice(0, -1);
    } else {
      out.push(quoted(open.depth, open.text));
      open = null;
    }
  }
  if (open) out.push(quoted(open.depth, open.text));
  return out.join('\n');
}

const quoted = (depth: number, text: string) => (depth > 0 ? `${'>'.repeat(depth)} ${text}`.trimEnd() : text);
