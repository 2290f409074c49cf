import { startComposer } from './composer.js';
import { byId, element } from './dom.js';
import { draftNode, foldQuotes, messageNode, nodeId, snippet, time, tone } from './message.js';
import { listen, post } from './server.js';
import { startTheme } from './theme.js';

/** Telegram shows an action for five seconds, or until the bot says something. */
const ACTION_MILLIS = 5000;
const TOAST_MILLIS = 5000;
/** Pixels from the end within which one reads along. */
const NEAR = 90;

let me;
let bot;
let seats = [];
let source;
/** By identifier: the chat as told, its messages by identifier, and until when the bot is seen to write. */
let chats = new Map();
let current;
/** What was seen last, and which chat was open, by person. */
const seen = new Map();
const opened = new Map();

const composer = startComposer(say);
const log = byId('log');
const scroll = byId('scroll');

function connect(seat) {
  source?.close();
  source = listen(seat, {
    lost: () => lost(true),
    events: { hello, chat: chatTold, message: messageTold, gone: goneTold, action: actionTold, draft: draftTold },
  });
}

function hello(told) {
  lost(false);
  ({ me, bot, seats } = told);
  chats = new Map();
  current = undefined;
  log.replaceChildren();
  byId('live').replaceChildren();
  byId('seats').replaceChildren(...seats.map(seatNode));
}

function seatNode(seat) {
  const choose = element('input', { type: 'radio', name: 'seat', value: seat.id, checked: seat.id === me.id });
  choose.addEventListener('change', () => {
    composer.reply(undefined);
    connect(seat.id);
  });
  return element('label', {}, choose, element('span', { dir: 'auto' }, seat.first_name));
}

function chatTold(told) {
  const known = chats.get(told.id);
  chats.set(told.id, { messages: new Map(), actingUntil: 0, ...known, told });
  const last = opened.get(me.id);
  if (current === undefined && (last === undefined || last === told.id)) {
    open(told.id);
  } else if (current === told.id) {
    composer.enter(told, bot);
    drawHeading();
  }
  drawChats();
}

function messageTold(message) {
  const chat = chats.get(message.chat.id);
  chat.messages.set(message.message_id, message);
  if (message.from.is_bot) {
    chat.actingUntil = 0;
    if (!message.edit_date) {
      chat.draft = undefined;
    }
  }
  if (current === message.chat.id) {
    keepingPlace(message.from.id === me.id && !message.edit_date, () => {
      draw(message);
      drawDraft();
    });
    markSeen();
    drawHeading();
  }
  drawChats();
}

function goneTold({ key }) {
  const [kind, chat, id] = key.split(' ').map((part, place) => (place ? Number(part) : part));
  if (kind === 'message') {
    chats.get(chat)?.messages.delete(id);
    if (current === chat) {
      byId(`message-${id}`)?.remove();
    }
    drawChats();
  } else if (kind === 'draft') {
    draftTold({ chat });
  }
}

function draftTold({ chat, text, entities }) {
  chats.get(chat).draft = text === undefined ? undefined : { text: text || 'Thinking…', entities };
  if (current === chat) {
    keepingPlace(false, drawDraft);
  }
}

function drawDraft() {
  const { draft } = chats.get(current);
  byId('live').replaceChildren(...(draft ? [draftNode(draft.text, draft.entities)] : []));
}

function actionTold({ chat }) {
  chats.get(chat).actingUntil = Date.now() + ACTION_MILLIS;
  drawHeading();
}

function open(id) {
  current = id;
  opened.set(me.id, id);
  const chat = chats.get(id);
  log.replaceChildren();
  chat.messages.forEach(draw);
  drawDraft();
  composer.enter(chat.told, bot);
  drawHeading();
  markSeen();
  drawChats();
  scroll.scrollTop = scroll.scrollHeight;
}

function draw(message) {
  const chat = chats.get(current);
  const view = { me, group: chat.told.type !== 'private', command: (words) => say(words), reply: composer.reply, press, copy, show };
  const node = messageNode(message, view);
  const before = byId(nodeId(message));
  if (before) {
    const focused = before.contains(document.activeElement);
    before.replaceWith(node);
    // what was pressed is gone with the old message: the keyboard stays where it was
    if (focused) {
      (node.querySelector('.key') ?? scroll).focus({ preventScroll: true });
    }
  } else {
    log.append(node);
  }
  foldQuotes(node, current);
}

/** Whoever reads along at the end stays there; whoever has scrolled back is not moved. */
function keepingPlace(always, change) {
  const near = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  change();
  if (near || always) {
    scroll.scrollTop = scroll.scrollHeight;
  } else {
    drawNewest();
  }
}

function drawNewest() {
  byId('newest').hidden = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
}

function markSeen() {
  seen.set(`${me.id} ${current}`, Math.max(0, ...chats.get(current).messages.keys()));
}

const title = (chat) => (chat.type === 'private' ? bot.first_name : chat.title);

function face(node, chat) {
  node.textContent = [...title(chat)][0].toUpperCase();
  node.className = `face tone-${tone(chat.type === 'private' ? bot.id : chat.id)}`;
  return node;
}

function drawHeading() {
  const chat = chats.get(current);
  if (chat === undefined) {
    return;
  }
  const left = chat.actingUntil - Date.now();
  const writing = left > 0;
  byId('title').textContent = title(chat.told);
  face(byId('face'), chat.told);
  byId('subtitle').textContent = writing ? 'typing…' : about(chat.told);
  byId('subtitle').classList.toggle('writing', writing);
  byId('empty').hidden = chat.messages.size > 0;
  byId('start').hidden = chat.told.type !== 'private';
  if (writing) {
    setTimeout(drawHeading, left + 20);
  }
}

function about(chat) {
  return chat.type === 'private' ? 'bot' : chat.members.map((member) => (member.id === me.id ? 'you' : member.first_name)).join(', ');
}

function drawChats() {
  byId('chats').replaceChildren(...[...chats.values()].map(chatRow));
}

function chatRow({ told, messages }) {
  const last = [...messages.values()].at(-1);
  const since = seen.get(`${me.id} ${told.id}`) ?? 0;
  const unread = [...messages.values()].filter((one) => one.message_id > since && one.from.id !== me.id).length;
  const row = element(
    'button',
    { type: 'button', onclick: () => choose(told.id) },
    face(element('span', { 'aria-hidden': 'true' }), told),
    element('span', { className: 'name', dir: 'auto' }, title(told)),
    element('span', { className: 'when' }, last ? time(last.date) : ''),
    element('span', { className: 'last', dir: 'auto' }, last ? snippet(last) : 'No messages yet'),
  );
  if (unread > 0) {
    row.append(element('span', { className: 'unread', role: 'img', 'aria-label': `${unread} new` }, String(unread)));
  }
  if (told.id === current) {
    row.setAttribute('aria-current', 'true');
  }
  return element('li', {}, row);
}

function choose(id) {
  composer.reply(undefined);
  open(id);
  document.body.dataset.view = 'chat';
  byId('text').focus();
}

async function say(words, replied) {
  return tried(async () => {
    const body = { as: me.id, chat: current, text: words };
    await post('say', replied ? { ...body, reply_to: replied.message_id } : body);
    return true;
  });
}

async function press(key, message, button) {
  key.setAttribute('aria-busy', 'true');
  await tried(async () => {
    const answer = await post('press', {
      as: me.id,
      chat: message.chat.id,
      message: message.message_id,
      data: button.callback_data,
    });
    if (!answer.answered) {
      toast('The bot did not answer the button in time');
    } else if (answer.alert && answer.text) {
      byId('alert-text').textContent = answer.text;
      byId('alert').showModal();
    } else if (answer.text) {
      toast(answer.text);
    }
  });
  key.removeAttribute('aria-busy');
}

async function copy(words) {
  await tried(async () => {
    await navigator.clipboard.writeText(words);
    toast('Copied');
  });
}

function show(message) {
  const node = byId(nodeId(message));
  node?.scrollIntoView({ block: 'center' });
  node?.classList.add('shown');
  setTimeout(() => node?.classList.remove('shown'), 1500);
}

async function tried(work) {
  try {
    return await work();
  } catch (fault) {
    toast(fault.message);
    return false;
  }
}

let toastEnds;
function toast(words) {
  clearTimeout(toastEnds);
  byId('toast').replaceChildren(element('p', { dir: 'auto' }, words));
  toastEnds = setTimeout(() => byId('toast').replaceChildren(), TOAST_MILLIS);
}

function lost(isLost) {
  document.body.classList.toggle('lost', isLost);
  if (isLost) {
    byId('subtitle').textContent = 'connection lost: is the program still running?';
  }
}

byId('start').addEventListener('click', () => say('/start'));
byId('back').addEventListener('click', () => {
  document.body.dataset.view = 'list';
  byId('chats').querySelector('[aria-current]')?.focus();
});
byId('newest').addEventListener('click', () => (scroll.scrollTop = scroll.scrollHeight));
scroll.addEventListener('scroll', drawNewest);
startTheme();
connect();
