// ESLint rule: names and comments use the words of the glossary in libs/README.md, not those that were retired.
// A name is split at capitals and underscores, a comment at everything that is no letter; a phrase matches words in a row.
import { readFileSync } from 'node:fs';

/** `namesOnly`: the words are ordinary English in a comment. @type {{ retired: string, use: string, namesOnly?: boolean }[]} */
const WORDS = JSON.parse(readFileSync(new URL('./retired-words.json', import.meta.url), 'utf8'));
const PHRASES = WORDS.map((word) => ({ ...word, phrase: ` ${word.retired} ` }));

/** @returns the words of a name or text in lower case, with a space before and after each */
const wordsOf = (text) =>
  ` ${text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .toLowerCase()
    .trim()} `;

const find = (text, isName) => {
  const words = wordsOf(text);
  return PHRASES.find(({ phrase, namesOnly }) => (isName || !namesOnly) && words.includes(phrase));
};

export default {
  rules: {
    'retired-words': {
      meta: { type: 'problem', schema: [], messages: { retired: '“{{retired}}” is retired: use {{use}}.' } },
      create(context) {
        const report = (node, text, isName) => {
          const hit = find(text, isName);
          if (hit) context.report({ node, messageId: 'retired', data: hit });
        };
        return {
          Identifier: (node) => report(node, node.name, true),
          PrivateIdentifier: (node) => report(node, node.name, true),
          Program() {
            for (const comment of context.sourceCode.getAllComments()) report(comment, comment.value, false);
          },
        };
      },
    },
  },
};
