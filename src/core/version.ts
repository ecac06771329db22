/** The app's version, as package.json has it: the core reads no files, so a test holds the two together. */
export const VERSION = '0.1.0';
