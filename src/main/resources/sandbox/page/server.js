/** What happens, told by the server as it does; a lost connection is tried again by the browser, and then begins anew with `hello`. */
export function listen(seat, handlers) {
  const source = new EventSource(seat === undefined ? 'events' : `events?as=${seat}`);
  for (const [event, handle] of Object.entries(handlers.events)) {
    source.addEventListener(event, (message) => handle(JSON.parse(message.data)));
  }
  source.addEventListener('error', handlers.lost);
  return source;
}

/** @throws Error with the server's reason, fit to be shown */
export async function post(path, body) {
  let response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error('The sandbox does not answer: is the program still running?');
  }
  const text = await response.text();
  if (!response.ok) {
    throw new Error(reason(text) ?? `The sandbox refused it (${response.status})`);
  }
  return text === '' ? {} : JSON.parse(text);
}

function reason(text) {
  try {
    return JSON.parse(text).error;
  } catch {
    return undefined;
  }
}
