/** Words in about the lengths and the frequencies of English news. */
export const WORDS: readonly string[] = (
  'the the the the of of of to to to and and a a in in in that that is was for for on on with as by at from he she they it ' +
  'has have had will would said said told according which who after before against between during over under about into ' +
  'government minister council police company union members report figures committee parliament spokesperson department ' +
  'court judge hospital school workers residents officials leaders voters researchers analysts economists campaigners ' +
  'increase decline warned denied claimed announced confirmed rejected criticised described accused argued insisted ' +
  'million per cent year month week yesterday Tuesday Friday March new first last public local national European early ' +
  'inflation budget housing energy climate transport investigation agreement election policy strike contract evidence ' +
  'failure growth pressure concern decision funding proposal response statement interview sources people families city ' +
  'not more than could should because although however while their its his her been were being made taken expected'
).split(' ');
