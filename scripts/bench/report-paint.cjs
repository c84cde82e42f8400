// Loaded with -r into both apps: tells whoever started them when their first page first had something on it, by the
// page's own clock, as milliseconds since 1970.
const { app } = require('electron');

const firstPaint = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName('first-contentful-paint');
    if (paint) resolve(performance.timeOrigin + paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

app.once('web-contents-created', (_, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(firstPaint).then((at) => process.send(at));
  });
});
