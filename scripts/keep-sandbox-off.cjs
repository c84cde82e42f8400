// Loaded with -r on a development or test start that had to pass --no-sandbox. The app calls app.enableSandbox(), which
// would take that argument away again, and Electron would never come up.
const { app } = require('electron');

app.enableSandbox = () => {};
