import { element, icon } from './dom.js';
import { link, textNodes } from './entities.js';

/** Quotations that were opened, by message and place in it: an edit leaves them open. */
const opened = new Set();

/**
 * A message (Bot API, Message) as an article.
 *
 * @param view who looks ({me, group}) and what they can do (command, reply, press, show)
 */
export function messageNode(message, view) {
  const words = message.text ?? message.caption ?? '';
  if (message.text === undefined && !message.document) {
    return element('article', { className: 'service', id: nodeId(message) }, element('p', { dir: 'auto' }, service(message)));
  }
  const mine = message.from.id === view.me.id;
  const bubble = element('div', { className: 'bubble' });
  if (view.group && !mine) {
    bubble.append(element('p', { className: `who tone-${tone(message.from.id)}`, dir: 'auto' }, message.from.first_name));
  }
  if (message.reply_to_message) {
    bubble.append(repliedTo(message.reply_to_message, view));
  }
  if (message.document) {
    bubble.append(element('p', { className: 'document', dir: 'auto' }, `📄 ${message.document.file_name}`));
  }
  bubble.append(
    element('div', { className: 'text' }, ...(words ? textNodes(words, message.entities ?? message.caption_entities ?? [], view.command) : [])),
    footer(message),
  );
  const reply = element(
    'button',
    { type: 'button', className: 'round reply', 'aria-label': `Reply to ${message.from.first_name}`, onclick: () => view.reply(message) },
    icon('reply'),
  );
  return element(
    'article',
    {
      className: `message ${mine ? 'mine' : 'theirs'}`,
      id: nodeId(message),
      'aria-label': `${mine ? 'You' : message.from.first_name}, ${time(message.date)}`,
    },
    element('div', { className: 'beside' }, bubble, reply),
    ...keyboard(message, view),
  );
}

/** What the bot is writing and has not sent: it may change at every moment. */
export function draftNode(text, entities) {
  return element(
    'article',
    { className: 'message theirs draft', 'aria-label': 'The bot is writing' },
    element('div', { className: 'bubble' }, element('div', { className: 'text' }, ...textNodes(text, entities ?? [], () => {}))),
  );
}

export const nodeId = (message) => `message-${message.message_id}`;

export const tone = (id) => Math.abs(id) % 4;

export function time(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
}

function service(message) {
  return message.new_chat_members
    ? `${message.new_chat_members.map((member) => member.first_name).join(', ')} joined`
    : (message.forum_topic_created?.name ?? '');
}

function repliedTo(other, view) {
  return element(
    'button',
    { type: 'button', className: 'quoted', onclick: () => view.show(other), 'aria-label': `In reply to ${other.from.first_name}: ${snippet(other)}` },
    element('span', { className: 'who' }, other.from.first_name),
    element('span', { className: 'words', dir: 'auto' }, snippet(other)),
  );
}

export function snippet(message) {
  return (message.text ?? message.caption ?? message.document?.file_name ?? '').replace(/\s+/g, ' ').slice(0, 120);
}

function footer(message) {
  const said = element('time', { dateTime: new Date(message.date * 1000).toISOString() }, time(message.date));
  return element('p', { className: 'footer' }, ...(message.edit_date ? ['edited '] : []), said);
}

function keyboard(message, view) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) {
    return [];
  }
  const keys = element('div', { className: 'keys', role: 'group', 'aria-label': 'Buttons of this message' });
  for (const row of rows) {
    keys.append(element('div', {}, ...row.map((button) => key(button, message, view))));
  }
  return [keys];
}

function key(button, message, view) {
  if (button.url !== undefined) {
    const open = link(button.url);
    open.className = 'key outside';
    open.append(button.text);
    return open;
  }
  const made = element('button', { type: 'button', className: 'key', dir: 'auto' }, button.text);
  if (button.callback_data !== undefined) {
    made.addEventListener('click', () => view.press(made, message, button));
  } else if (button.copy_text !== undefined) {
    made.addEventListener('click', () => view.copy(button.copy_text.text));
  } else {
    made.disabled = true;
    made.title = 'The sandbox has no such thing';
  }
  return made;
}

/** Once it is on the page, a long quotation that may be folded gets its button: before, its height is not known. */
export function foldQuotes(node, chat) {
  node.querySelectorAll('blockquote.expandable').forEach((quote, index) => {
    const lines = quote.querySelector('.lines');
    const name = `${chat} ${node.id} ${index}`;
    lines.classList.add('folded');
    if (lines.scrollHeight <= lines.clientHeight + 2) {
      lines.classList.remove('folded');
      return;
    }
    const more = element('button', { type: 'button', className: 'more' });
    const set = (open) => {
      lines.classList.toggle('folded', !open);
      more.setAttribute('aria-expanded', open);
      more.textContent = open ? 'Show less' : 'Show more';
    };
    more.addEventListener('click', () => {
      const open = lines.classList.contains('folded');
      if (open) {
        opened.add(name);
      } else {
        opened.delete(name);
      }
      set(open);
    });
    set(opened.has(name));
    quote.append(more);
  });
}
