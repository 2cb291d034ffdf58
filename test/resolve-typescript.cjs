// Sources import './name.js', as Node will see them after the build; jest runs the sources, where the file is
// name.ts or name.tsx. Packages keep jest's own resolution.
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

module.exports = (request, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('node_modules')) {
    const stem = resolve(options.basedir, request.slice(0, -'.js'.length));
    for (const extension of ['.ts', '.tsx']) if (existsSync(stem + extension)) return stem + extension;
  }
  return options.defaultResolver(request, options);
};
