import { element } from './dom.js';

const BLOCKS = new Set(['blockquote', 'expandable_blockquote', 'pre']);
const PLAIN = {
  bold: 'strong',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
};

const ISOLATES = /[\u2066-\u2068]/;
const LETTER = /\p{Letter}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Scripts that have an italic; of the others the letters stay upright. */
const SLANTED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{Letter}]*$/u;

/**
 * A message's text and its entities (Bot API, MessageEntity; offsets are UTF-16 units, as in JavaScript) as nodes.
 *
 * @param command called with the words of a command that is clicked
 */
export function textNodes(text, entities, command) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const inner = sorted.filter((entity) => !BLOCKS.has(entity.type));
  const nodes = [];
  let at = 0;
  for (const block of sorted.filter((entity) => BLOCKS.has(entity.type))) {
    nodes.push(...stretch(text, at, block.offset, inner, command));
    nodes.push(blockNode(text, block, inner, command));
    at = block.offset + block.length;
  }
  nodes.push(...stretch(text, at, text.length, inner, command));
  return nodes;
}

/** Lines outside of quotations; the line breaks next to one are its edges. */
function stretch(text, from, to, entities, command) {
  const start = from > 0 && text[from] === '\n' ? from + 1 : from;
  const end = to < text.length && to > start && text[to - 1] === '\n' ? to - 1 : to;
  if (end <= start) {
    return [];
  }
  return [linesNode(text, start, end, entities, command)];
}

/** A paragraph each, in its own direction. */
function linesNode(text, from, to, entities, command) {
  const lines = element('div', { className: 'lines' });
  const around = direction(text);
  let at = from;
  for (const words of text.slice(from, to).split('\n')) {
    const line = element('div', { dir: direction(words, around) });
    inline(line, text, at, at + words.length, entities, command);
    lines.append(line);
    at += words.length + 1;
  }
  return lines;
}

/**
 * That of the first letter outside of isolates (UAX #9, rules P2 and P3); where all letters are inside, of the first of them. `dir=auto` and
 * `unicode-bidi: plaintext` do not agree with each other about isolates.
 */
export function direction(words, otherwise = 'ltr') {
  let depth = 0;
  let inside;
  for (const point of words) {
    if (ISOLATES.test(point)) {
      depth++;
    } else if (point === '\u2069') {
      depth = Math.max(0, depth - 1);
    } else if (LETTER.test(point)) {
      const found = RIGHT_TO_LEFT.test(point) ? 'rtl' : 'ltr';
      if (depth === 0) {
        return found;
      }
      inside ??= found;
    }
  }
  return inside ?? otherwise;
}

function blockNode(text, block, entities, command) {
  const end = block.offset + block.length;
  if (block.type === 'pre') {
    return element('pre', { dir: 'ltr', tabIndex: 0 }, element('code', {}, text.slice(block.offset, end)));
  }
  const lines = linesNode(text, block.offset, end, entities, command);
  const quote = element('blockquote', { dir: direction(text.slice(block.offset, end)) }, lines);
  if (block.type === 'expandable_blockquote') {
    quote.classList.add('expandable');
  }
  return quote;
}

function inline(parent, text, from, to, entities, command) {
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const start = Math.max(entities[i].offset, from);
    const end = Math.min(entities[i].offset + entities[i].length, to);
    let next = i + 1;
    if (end > start) {
      while (next < entities.length && entities[next].offset < end) {
        next++;
      }
      const marked = inlineNode(entities[i], text.slice(start, end), command);
      inline(marked, text, start, end, entities.slice(i + 1, next), command);
      parent.append(text.slice(at, start), marked);
      at = end;
    }
    i = next;
  }
  parent.append(text.slice(at, to));
}

function inlineNode(entity, words, command) {
  switch (entity.type) {
    case 'text_link':
      return link(entity.url);
    case 'url':
      return link(/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`);
    case 'bot_command':
      return element('button', { type: 'button', className: 'command', onclick: () => command(words) });
    case 'spoiler':
      return spoiler();
    case 'mention':
    case 'text_mention':
    case 'hashtag':
      return element('span', { className: 'mention' });
    case 'italic':
      return element('em', { className: SLANTED.test(words) ? '' : 'upright' });
    default:
      return element(PLAIN[entity.type] ?? 'span');
  }
}

/** Only to the web: any other scheme would act on this computer. */
export function link(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return element('span');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return element('span');
  }
  return element('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer', title: url.href });
}

function spoiler() {
  const hidden = element('span', { className: 'spoiler', tabIndex: 0, role: 'button', 'aria-label': 'Hidden words: show' });
  const show = () => {
    hidden.className = 'spoiler shown';
    hidden.removeAttribute('role');
    hidden.removeAttribute('aria-label');
    hidden.tabIndex = -1;
  };
  hidden.addEventListener('click', show);
  hidden.addEventListener('keydown', (event) => event.key === 'Enter' && show());
  return hidden;
}
