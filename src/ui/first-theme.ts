/**
 * Runs in the head of every page, before anything is painted: a dark page does not begin with a light one. Modules run
 * too late for it. It imports nothing, since every page waits for it.
 */
const theme = localStorage.getItem('theme');
if (theme !== null && theme !== 'system') document.documentElement.dataset['theme'] = theme;
