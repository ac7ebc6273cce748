// What `npm start` runs. Plain JavaScript without dependencies: on a fresh clone nothing is installed yet, and
// the Node that runs it may be too old for anything but this file.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  import('./prepare.js').then(({ prepareAndImport }) =>
    prepareAndImport(process.argv.includes('--dev') ? 'development' : 'main'),
  );
}
