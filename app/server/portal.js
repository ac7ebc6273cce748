// What `npm run portal -- <noun> <verb>` runs: the operator's commands, installed and built as `npm start` does.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  import('./prepare.js').then(({ prepareAndImport }) => prepareAndImport('cli'));
}
