import { byId, element } from './dom.js';
import { snippet } from './message.js';

/**
 * Where one writes: text, the message it replies to, the commands that the bot offers.
 *
 * @param say sends the words, and the message that they reply to, if any
 */
export function startComposer(say) {
  const text = byId('text');
  const menu = byId('menu');
  let replied;
  let commands = [];

  function reply(message) {
    replied = message;
    byId('reply').hidden = message === undefined;
    byId('reply-who').textContent = message?.from.first_name ?? '';
    byId('reply-text').textContent = message ? snippet(message) : '';
    text.focus();
  }

  function offer(open) {
    const typed = /^\/(\w*)$/.exec(text.value)?.[1].toLowerCase();
    const fitting = commands.filter((command) => command.command.startsWith(typed ?? ''));
    menu.replaceChildren(...(open ? fitting : []).map(row));
    menu.hidden = menu.childElementCount === 0;
    byId('commands').setAttribute('aria-expanded', !menu.hidden);
  }

  function row(command) {
    const pick = () => {
      text.value = `/${command.command} `;
      offer(false);
      text.focus();
    };
    return element(
      'li',
      {},
      element(
        'button',
        { type: 'button', onclick: pick },
        element('b', {}, `/${command.command}`),
        element('span', { dir: 'auto' }, command.description),
      ),
    );
  }

  async function send() {
    const words = text.value;
    if (words.trim() === '') {
      return;
    }
    offer(false);
    if (await say(words, replied)) {
      text.value = '';
      reply(undefined);
    }
  }

  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  text.addEventListener('input', () => offer(/^\/\w*$/.test(text.value)));
  text.addEventListener('keydown', (event) => {
    // while an input method composes (Chinese), Enter belongs to it
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && !menu.hidden) {
      event.preventDefault();
      menu.lastElementChild.firstElementChild.focus();
    }
  });
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' }[event.key];
    if (step) {
      event.preventDefault();
      (event.target.closest('li')[step]?.firstElementChild ?? text).focus();
    }
  });
  byId('composer').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      offer(false);
      reply(undefined);
    }
  });
  byId('reply-cancel').addEventListener('click', () => reply(undefined));
  byId('commands').addEventListener('click', () => {
    offer(menu.hidden);
    menu.firstElementChild?.firstElementChild.focus();
  });

  return {
    reply,
    /** The chat that is written in: its commands, and whether the bot must be named in it. */
    enter(chat, bot) {
      commands = chat.commands;
      byId('commands').hidden = commands.length === 0;
      byId('mention').hidden = chat.type === 'private';
      byId('mention').setAttribute('aria-label', `Mention @${bot.username}`);
      text.placeholder = chat.type === 'private' ? 'Message' : 'Message; @ to ask the bot';
      byId('mention').onclick = () => {
        text.setRangeText(`@${bot.username} `, text.selectionStart, text.selectionEnd, 'end');
        text.focus();
      };
    },
  };
}
