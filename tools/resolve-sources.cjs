// How dependency-cruiser finds sources: '#folder/file.js' leads to dist/ for Node, and the layers are rules about sources.
const { resolve } = require('node:path');

const { imports } = require('../package.json');
const aliases = Object.keys(imports).map((key) => key.replace('/*', ''));

module.exports = {
  resolve: {
    alias: Object.fromEntries(aliases.map((alias) => [alias, resolve(__dirname, '..', alias.slice(1))])),
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
};
