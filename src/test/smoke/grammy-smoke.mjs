// An independent client against the sandbox server: a grammY bot answers /start with HTML and a button, and edits its message when the button is
// pressed. The people on the other side are played by the test that runs this script; arguments: address, token, chat to write to.
import assert from "node:assert/strict";
import { Bot, GrammyError, InlineKeyboard } from "grammy";

const [apiRoot, token, chatId] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
let checks = 0;

async function check(name, body) {
  try {
    await body();
    checks += 1;
  } catch (fault) {
    console.error(`failed: ${name}`);
    throw fault;
  }
}

async function refused(call, code, description) {
  await assert.rejects(call, (fault) => {
    assert.ok(fault instanceof GrammyError, `not a refusal: ${fault}`);
    assert.equal(fault.error_code, code);
    assert.match(fault.description, description);
    return true;
  });
}

await check("getMe says who the bot is", async () => {
  const me = await bot.api.getMe();
  assert.equal(me.is_bot, true);
  assert.equal(String(me.id), token.split(":")[0]);
  assert.ok(me.username);
});

await check("commands are stored for a language", async () => {
  const commands = [{ command: "start", description: "начать" }];
  await bot.api.setMyCommands(commands, { language_code: "ru" });
  assert.deepEqual(await bot.api.getMyCommands({ language_code: "ru" }), commands);
});

await check("a fault in HTML is refused in the real server's words", () =>
  refused(
    bot.api.sendMessage(chatId, "<b>bold", { parse_mode: "HTML" }),
    400,
    /^Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"$/,
  ));

await check("an unknown chat is refused", () =>
  refused(bot.api.sendMessage(1, "hello"), 400, /^Bad Request: chat not found$/));

let pressed;
const edited = new Promise((resolve) => (pressed = resolve));
let started;
const greeted = new Promise((resolve) => (started = resolve));

bot.command("start", async (ctx) => {
  const sent = await ctx.reply("<b>سند</b> &amp; <i>中文</i> 😀 <a href=\"https://example.org/a\">link</a>", {
    parse_mode: "HTML",
    reply_markup: new InlineKeyboard().text("More", "more:1"),
    link_preview_options: { is_disabled: true },
  });
  started(sent);
});
bot.callbackQuery("more:1", async (ctx) => {
  await ctx.answerCallbackQuery({ text: "opened" });
  const changed = await ctx.editMessageText("<code>done</code>", { parse_mode: "HTML" });
  pressed({ changed, answeredTwice: await ctx.answerCallbackQuery().catch((fault) => fault) });
});
const receive = {};
const received = {};
for (const kind of ["document", "channel", "inline"]) {
  received[kind] = new Promise((resolve) => (receive[kind] = resolve));
}
bot.on("message:document", (ctx) => receive.document(ctx));
bot.on("channel_post", (ctx) => receive.channel(ctx));
bot.on("inline_query", (ctx) => receive.inline(ctx));
bot.catch(({ error }) => {
  console.error(error);
  process.exit(1);
});
const polling = bot.start();

await check("/start is answered with formatted text and a button", async () => {
  const sent = await greeted;
  assert.equal(sent.text, "سند & 中文 😀 link");
  assert.deepEqual(
    sent.entities.map((e) => [e.type, sent.text.slice(e.offset, e.offset + e.length)]),
    [["bold", "سند"], ["italic", "中文"], ["text_link", "link"]],
  );
  assert.equal(sent.reply_markup.inline_keyboard[0][0].callback_data, "more:1");
});

const { changed, answeredTwice } = await edited;
await check("a press is answered and edits the message", async () => {
  assert.equal(changed.text, "done");
  assert.ok(changed.edit_date >= changed.date);
  assert.equal(changed.reply_markup, undefined);
});
await check("a press is answered once", async () => {
  assert.ok(answeredTwice instanceof GrammyError);
  assert.match(answeredTwice.description, /query is too old and response timeout expired or query ID is invalid/);
});
await check("an edit that changes nothing is refused", () =>
  refused(
    bot.api.editMessageText(chatId, changed.message_id, "<code>done</code>", { parse_mode: "HTML" }),
    400,
    /^Bad Request: message is not modified/,
  ));
await check("a document is fetched as it was sent", async () => {
  const file = await (await received.document).getFile();
  const reply = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  assert.equal(await reply.text(), "متن");
});
await check("a post of a channel names the channel and nobody", async () => {
  const { channelPost } = await received.channel;
  assert.equal(channelPost.sender_chat.title, "قناة");
  assert.equal(channelPost.from, undefined);
});
await check("an inline query is answered with a card", async () => {
  const ctx = await received.inline;
  assert.equal(ctx.inlineQuery.query, "新闻");
  const content = { message_text: "<b>新</b>", parse_mode: "HTML" };
  await ctx.answerInlineQuery([{ type: "article", id: "1", title: "题", input_message_content: content }]);
});

await check("polling ends and confirms what it has seen", async () => {
  await bot.stop();
  await polling;
  assert.deepEqual(await bot.api.getUpdates({ timeout: 0 }), []);
});

console.log(`${checks} checks passed`);
