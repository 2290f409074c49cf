import { byId } from './dom.js';

const NEXT = { system: 'light', light: 'dark', dark: 'system' };
const NAME = { system: 'as the system', light: 'light', dark: 'dark' };

/** Light, dark or as the system has it; remembered by the browser where it may. */
export function startTheme() {
  let theme = remembered();
  const show = () => {
    document.documentElement.dataset.theme = theme;
    byId('theme').setAttribute('aria-label', `Colours: ${NAME[theme]}`);
    byId('theme').title = `Colours: ${NAME[theme]}`;
  };
  byId('theme').addEventListener('click', () => {
    theme = NEXT[theme];
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // a browser that keeps nothing: it holds for this page
    }
    show();
  });
  show();
}

function remembered() {
  try {
    const theme = localStorage.getItem('theme');
    return theme in NEXT ? theme : 'system';
  } catch {
    return 'system';
  }
}
